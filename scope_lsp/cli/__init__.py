"""The command line: one module per command, one per report format in ``report``.

Commands find files, call ``analyze`` and ``rules``, and print.  They do not analyse anything
themselves.
"""
