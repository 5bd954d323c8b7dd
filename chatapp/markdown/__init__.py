"""Markdown to the HTML that the message view is built from; safe for untrusted text.

May import ``chatapp.domain``; no Qt.
Raw HTML is text, nothing is fetched, hostile input is bounded before parsing.
"""
