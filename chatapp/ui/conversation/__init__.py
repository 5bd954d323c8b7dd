"""The message view and the composer.

May import ``ui.widgets``, ``ui.theme``, ``ui.icons`` and everything below ``ui``.
"""
