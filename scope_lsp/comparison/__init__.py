"""Compares two sets of variables: what is missing, what was renamed, and how.

It is pure: a program, a checkpoint and a saved listing are all ``Side``s.  The callers know where
they come from, and ``cli.report`` shows the result.
"""
