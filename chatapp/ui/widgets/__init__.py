"""Editors and switches that know nothing of this app.

May import PySide6, ``domain.json_value``, ``ui.theme`` and ``ui.icons`` only.
"""
