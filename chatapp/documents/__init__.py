"""Text out of documents that people attach; a hostile one ends with its child process.

May import ``domain`` only. pypdf is imported in the child alone.
"""
