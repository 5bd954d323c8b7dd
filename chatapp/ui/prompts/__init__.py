"""The library of prompts and personas: completion in the composer, and its dialogs.

May import what every ``ui`` folder may; knows no services.
"""
