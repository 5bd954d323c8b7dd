"""Editors and switches that know nothing of this app.

May import PySide6 and ``domain.json_value`` only.
"""
