"""A native desktop chat for any OpenAI-compatible endpoint.

The floors, from the ground up; imports go down only and siblings do not know each other
(held by import-linter and ruff):

- ``domain``    0  standard library only, no I/O: what things are and the rules they follow
- ``wire``      1  HTTP, server-sent events, requests and replies; the only importer of httpx
- ``store``     1  SQLite and the keyring; the only importer of sqlite3 and keyring
- ``engine``    1  the offline llama.cpp server, in a child process of ours
- ``markdown``  1  Markdown to HTML for the message view
- ``toolhosts`` 1  MCP servers over stdio and HTTP; the only importer of the ``mcp`` SDK
- ``transfer``  1  conversations as files: other programs' exports, our JSON, Markdown, HTML
- ``desktop``   1  the desktop around the window: notifications, opening at login
- ``documents`` 1  the text of PDF files, read in a child process
- ``spelling``  1  words and mistakes, with the dictionaries of the system
- ``services``  2  use cases: async, Qt-free; they own their tasks and publish what changed
- ``qtmodels``  3  item models over the services; QtCore and QtGui only
- ``ui``        4  widgets: views that state wishes and controllers that start services
- ``app``, ``cli`` the composition root and the command line
"""

__version__ = "0.1.0"
APP_ID = "io.github.chatapp.chatapp"
"""The name of the desktop file: how desktops match a window with its icon."""
