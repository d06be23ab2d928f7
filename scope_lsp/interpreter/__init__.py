"""An abstract interpreter of Python: known values are computed, unknown ones carried along.

It does not know TensorFlow, reads no files and executes nothing of the program's.  Modules come
through a ``Loader``, and side effects go to the outside state through a ``Domain`` and primitives.
"""
