"""Rules: one fault that a program may have per file, found in a finished ``Analysis``.

Rules know neither files nor editors: they give neutral ``Finding``s, which the command line prints
and ``features`` turns into the protocol's diagnostics.
"""
