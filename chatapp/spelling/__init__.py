"""Spelling, with the dictionaries of the system: the only importer of Enchant, which may be
missing. Imports nothing of ours.
"""
