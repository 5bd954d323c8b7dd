"""The offline model: a real llama.cpp server in a child process of ours.

May import ``chatapp.domain``. Loopback only, a random key per run, ended with the app.
"""
