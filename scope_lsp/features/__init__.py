"""One module per request of the protocol: an ``Analysis`` in, lsprotocol types out.

Features keep no state, read no files and know nothing of pygls: ``server`` hands them a ``View``.
"""
