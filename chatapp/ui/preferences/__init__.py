"""The settings dialog and its general page, generated from ``domain.preferences``.

May import ``ui.endpoints``, ``ui.widgets`` and everything below ``ui``.
"""
