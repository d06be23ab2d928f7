"""Changes that cure what rules find, by cause: one registry for the editor and the command line.

Not the findings (``rules``), and not how a change reaches a file: the editor and ``cli`` see to it.
"""
