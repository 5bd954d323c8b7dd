"""Help: a page made of the tables of fields, commands and settings, and a guide for the first run.

It may import what ``ui`` may.
"""
