"""What is kept: conversations and settings in SQLite, keys in the OS keyring.

May import ``chatapp.domain``; the only floor that imports sqlite3 and keyring.
All work runs on threads of its own; callers await.
"""
