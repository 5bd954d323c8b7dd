"""Tools as people see them: the card of a call that waits, its arguments, the tools there are.

Views only; they state wishes by signals and know no service.
"""
