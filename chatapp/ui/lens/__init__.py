"""The sampling lens: what temperature, top_p and their kin make of an answer's own probabilities.

May import ``ui.widgets``, ``ui.theme`` and everything below ``ui``; it knows no services.
"""
