"""What things are and the rules they follow: frozen dataclasses, enums, pure functions.

Standard library only, no I/O, imports nothing above.
"""
