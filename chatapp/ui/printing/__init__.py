"""Conversations on paper.

May import QtGui, ``ui.theme`` and everything below ``ui``.
"""
