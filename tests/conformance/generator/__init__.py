"""Writes random TensorFlow programs that read like small programs a person wrote.

``author.py`` is the pen and what the program knows so far, ``names.py`` spells strings,
``values.py`` makes variables and ops, ``scopes.py`` opens scopes, ``control.py`` is Python's own
control flow, ``functions.py`` and ``classes.py`` define and use helpers, ``profiles.py`` mixes
them.
Nothing here knows what TensorFlow will do with a program: that is recorded, not predicted.
"""
