"""One module per request of the protocol: an ``Analysis`` in, lsprotocol types out.

Features keep no state, read no files and do not know pygls: ``server`` passes them a ``View``.
"""
