"""An exact miniature of how TensorFlow 1.15.5 names ops and variables.

Graphs, name scopes, variable scopes and the variable store, errors included; pure, and without a
word of Python syntax.  ``State`` is the door.  ``graph.py`` names ops,
``scope_context.py`` is ``tf.variable_scope``, ``variable_store.py`` is ``tf.get_variable``.
"""
