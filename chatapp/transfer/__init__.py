"""Conversations as files: what other programs export, and our own JSON, Markdown and HTML.

Pure functions without I/O over ``chatapp.domain``: text comes in through a ``read`` function
and goes out as strings. What is read is never trusted.
"""

SUFFIXES = (".json", ".md", ".html")
"""The suffixes of files that are written; each chooses a format."""

PRINTED = ".pdf"
"""Written too where there is something that prints: in the window."""
