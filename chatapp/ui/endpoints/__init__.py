"""The settings of endpoints, keys and the offline model.

May import ``ui.widgets``, ``ui.theme``, ``ui.dialogs`` and everything below ``ui``.
"""
