"""The conversation: the message view and the composer.

Views only: they show what they are given and state wishes as signals. ``message_view`` and
``composer`` are the two widgets that the rest of the window uses.
"""
