"""Keys of commands: shown, changed, and set back.

It may import what ``ui`` may.
"""
