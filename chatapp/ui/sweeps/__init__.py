"""Sweeps: one question over a grid of settings, planned, watched and compared.

May import ``ui.widgets``, ``ui.theme``, ``qtmodels`` and everything below ``ui``.
"""
