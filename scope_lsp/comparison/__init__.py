"""Two sets of variables held against each other: what is missing, what was renamed, and how.

Pure: a program, a checkpoint and a saved listing are all ``Side``s.  Where they come from is known
by the callers, how the answer looks by ``cli.report``.
"""
