"""Where the packaging is."""

from pathlib import Path

PACKAGING = Path(__file__).resolve().parent.parent.parent / "packaging"
