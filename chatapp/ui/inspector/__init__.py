"""The inspector: what went over the wire, when, and what the app made of it.

It sits below the conversation like a browser's developer tools. Views state wishes;
``controllers/inspector`` fills them.
"""
