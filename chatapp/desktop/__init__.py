"""The desktop around the window, without Qt: notifications over D-Bus, opening at login.

It may import ``domain`` only.
"""
