"""Use cases: async, Qt-free, each owning its tasks and publishing what changed.

May import ``domain``, ``wire``, ``store``, ``engine`` and ``markdown``.
"""
