"""Python's own functions, classes and a few modules, one file for each group.

To add one: a function in the file of its group, registered by ``function`` or ``method``.
"""
