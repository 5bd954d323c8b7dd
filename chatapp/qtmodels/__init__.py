"""Item models over the services, for the views.

May import ``services`` and below; QtCore and QtGui, never QtWidgets.
"""
