"""What saved models hold: the names, shapes and dtypes in checkpoints, graphs and weight files.

One module per format, each a pure reader of bytes that are not to be trusted: lengths, offsets and
counts are checked against what is there, checksums are verified, and what is wrong is said by
``Damaged``.  No tensor is loaded, nothing is unpickled, and no file is opened here
(``resolve.checkpoint_files`` finds and opens them).
"""
