"""What was used and spent: a chart, sums, prices and a budget.

May import what every ``ui`` folder may; knows no services.
"""
