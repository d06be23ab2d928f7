"""Python's own functions, classes and a few modules, one file for each group.

To add one, write a function in the file of its group and register it with ``function`` or
``method``.
"""
