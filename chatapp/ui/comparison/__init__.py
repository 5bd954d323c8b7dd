"""Side by side: several models or settings answer the same message, each in its column.

May import ``ui.conversation``, ``ui.parameters``, ``ui.widgets``, ``ui.theme`` and everything
below ``ui``.
"""
