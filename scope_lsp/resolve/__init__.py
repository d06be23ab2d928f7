"""Modules and names: the only part of the analysis that reads files, and the only user of jedi.

Nothing that it finds is ever imported, run or started.  Import from the modules: some of them load
much that most commands do not need.
"""
