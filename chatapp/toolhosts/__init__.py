"""Servers of tools, and signing in to them: the only importer of the official ``mcp`` SDK.

Stands beside ``wire`` and ``store``; imports ``domain`` only. The SDK is imported on a thread
of its own when the first server starts, never with the window.
"""
