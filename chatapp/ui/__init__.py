"""Widgets: views that state wishes, and the controllers that start services for them.

May import everything below; the only floor that imports QtWidgets.
Widgets hold no coroutines.
"""
