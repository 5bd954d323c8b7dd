"""The list of conversations and the search above it.

May import ``ui.widgets``, ``ui.theme`` and everything below ``ui``.
"""
