"""An exact model of how TensorFlow 1.15.5 names ops and variables.

It covers graphs, name scopes, variable scopes and the variable store, including their errors.  It
is pure, and does not know Python syntax.  ``State`` is its interface.  ``graph.py`` names ops,
``scope_context.py`` is ``tf.variable_scope``, ``variable_store.py`` is ``tf.get_variable``.
"""
