"""What saved models hold: the names, shapes and dtypes in checkpoints, graphs and weight files.

There is one module per format.  Each is a pure reader of untrusted bytes: it checks lengths,
offsets and counts against the actual size, and verifies checksums.  ``Damaged`` says what is wrong.
No tensor is loaded, nothing is unpickled, and no file is opened here (``resolve.checkpoint_files``
finds and opens them).
"""
