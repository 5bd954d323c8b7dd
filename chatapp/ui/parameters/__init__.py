"""The side panel of request fields, generated from ``domain.parameters``.

May import ``ui.widgets``, ``ui.theme`` and everything below ``ui``.
"""
