"""The map of a conversation's branches.

May import ``ui.widgets``, ``ui.theme`` and everything below ``ui``.
"""
