"""An abstract interpreter of Python: known values are computed, unknown ones carried along.

It has never heard of TensorFlow, reads no files and executes nothing of the program's: modules
come through a ``Loader``, side effects on the outside model through a ``Domain`` and primitives.
"""
