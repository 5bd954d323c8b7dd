"""What the streaming child says, for it and for those who check it."""

WORDS = "".join(f"w{n} " for n in range(20_000))
