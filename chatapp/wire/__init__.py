"""HTTP to any OpenAI-compatible endpoint: requests, server-sent events, replies, failures.

May import ``chatapp.domain``; the only floor that imports httpx.
Nothing above sees an httpx name: failures leave here as ``domain.errors``.
"""
