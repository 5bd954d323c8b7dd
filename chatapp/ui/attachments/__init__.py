"""What goes with a message and comes with an answer: files to send, sounds to play.

May import what every ``ui`` folder may; knows no services.
"""
