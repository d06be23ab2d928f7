"""The bodies of loops and conditionals, whose ops belong to those.

Version 2 of control flow builds each body as a function in a graph of its own, in which variables
are made outside of the function, in the name scopes of the body alone.

Modelled on ops/control_flow_ops.py, ops/cond_v2.py and ops/while_v2.py of TensorFlow 1.15.5.
"""

import _scope_lsp

V1_CONTROL_FLOW = [True]
"""Whether loops and conditionals are made of single ops, not of functions."""


def body_of(kind):
    """For `with`: the body of a loop or conditional, in the name scope that is open."""
    if V1_CONTROL_FLOW[-1]:
        return _scope_lsp.in_control_flow(kind)
    return _scope_lsp.in_graph(_scope_lsp.new_function_graph(body=True))


class control_flow:
    """The same in a name scope of its own."""

    def __init__(self, name):
        self._name = name

    def __enter__(self):
        self._scope = _scope_lsp.in_name_scope(self._name)
        entered = self._scope.__enter__()
        self._body = body_of(self._name)
        self._body.__enter__()
        return entered

    def __exit__(self, *exception):
        self._body.__exit__()
        self._scope.__exit__()
        return False


def refuse_of_function(initial_value):
    """ResourceVariable._init_from_args: a tensor of a function has no value outside of it."""
    if not _scope_lsp.building_function():
        return
    graph = _scope_lsp.default_graph()
    if _scope_lsp.is_among(initial_value, _scope_lsp.outputs_of(initial_value._op_name, graph)):
        _scope_lsp.fail(
            "Tensor-typed variable initializers must either be wrapped in an init_scope or "
            "callable (e.g., `tf.Variable(lambda : tf.truncated_normal([10, 40]))`) when building "
            "functions. Please file a feature request if this restriction inconveniences you.",
            when="awaited",
        )
