"""The command line: one module per command, one per report format in ``report``.

No analysis here: commands find files, call ``analyze`` and ``rules``, and print.
"""
