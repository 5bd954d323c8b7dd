"""The parts a message is made of: horizontal slices that lay out, paint and answer questions.

A part knows nothing of the view, of scrolling or of other parts.
"""
