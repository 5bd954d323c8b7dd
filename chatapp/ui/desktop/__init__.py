"""What the app is outside its window: tray icon, notifications, the quick question.

It may import what ``ui`` may; it knows no services, controllers join it.
"""
