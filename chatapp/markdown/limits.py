"""Bounds that keep the cost of any input linear; text beyond them is shown plainly, never lost."""

from __future__ import annotations

MAX_CHARACTERS = 1_000_000
"""Of one message; the rest is one block of plain code."""
MAX_DEPTH = 100
"""Of containers (a list and its item count as two); deeper markers are text."""
MAX_PARAGRAPH = 16_000
"""Characters; a longer paragraph is cut into several at the end of a line or a word."""
MAX_CELLS = 5_000
"""Empty cells that short rows of one table may be filled up with; then the table ends."""
MAX_STRETCH = 240
"""Cells of a table in one leaf; a larger one is several, so that a view does not lay out all of it
anew for each row that arrives (some 25 µs a cell in Qt's documents)."""
MAX_COLUMNS = 100
"""Of a table; a wider one is text."""
MAX_INLINE_DEPTH = 60
"""Of emphasis, links and tags in each other; deeper ones show their words only."""
MAX_DELIMITERS = 5_000
"""Runs of ``*``, ``_`` and ``~``, and brackets, in one paragraph; further ones are text."""
MAX_OPEN_TAGS = 50
"""Styling tags in one paragraph that still wait for their end; further ones are text."""
MAX_LABEL = 999
"""Characters in a link label (CommonMark, "Links")."""
MAX_PARENTHESES = 32
"""Nested in the address of a link (CommonMark, "Links", asks for three at least)."""
MAX_MATH = 2_000
"""Characters in a formula inside a line."""
