"""The loop or conditional in which ops are being made, as an object.

Only what it is: the values that it passes in and out are not kept.

Modelled on ops/control_flow_ops.py (ControlFlowContext, CondContext, WhileContext) and
ops/control_flow_util.py of TensorFlow 1.15.5.
"""

import _scope_lsp


class ControlFlowContext:
    _is_loop = False

    def __init__(self, kind=None):
        self._kind = kind

    @property
    def name(self):
        return _scope_lsp.unknown("the name of a loop or conditional")

    @property
    def outer_context(self):
        return _scope_lsp.unknown("what is around a loop or conditional")

    def IsWhileContext(self):
        return self._is_loop

    def IsCondContext(self):
        return not self._is_loop

    def IsXLAContext(self):
        return False

    def GetControlPivot(self):
        return _scope_lsp.unknown("the pivot of a loop or conditional")

    def GetWhileContext(self):
        return self if self._is_loop else self.outer_context


class CondContext(ControlFlowContext):
    pass


class WhileContext(ControlFlowContext):
    _is_loop = True


def context_of(graph):
    """`Graph._get_control_flow_context`: None outside of loops and conditionals."""
    kind = _scope_lsp.graph_attribute(graph, "control_flow")
    if kind is None:
        return None
    return WhileContext(kind) if kind == "while" else CondContext(kind)


def GetContainingWhileContext(ctxt, stop_ctxt=None):
    if ctxt is None:
        return None
    return ctxt.GetWhileContext()


def GetContainingXLAContext(ctxt):
    return None  # nothing that is modelled makes one


def GraphOrParentsInXlaContext(graph):
    return False
