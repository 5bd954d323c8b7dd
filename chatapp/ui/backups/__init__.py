"""Backups from the window: what there is, making one, and going back to one.

May import ``ui.widgets``, ``ui.theme`` and everything below ``ui``.
"""
