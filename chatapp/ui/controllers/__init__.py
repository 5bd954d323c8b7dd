"""The glue: wishes of views become service calls, changes of services reach the views.

May import every view and every service; nothing imports it but ``app``.
"""
