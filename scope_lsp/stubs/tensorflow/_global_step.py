"""The global step.

Modelled on training/training_util.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow import _dtypes
from tensorflow._get_variable import get_variable
from tensorflow._graph import GraphKeys, get_default_graph
from tensorflow._init_ops import Zeros


def get_global_step(graph=None):
    graph = get_default_graph() if graph is None else graph
    found = graph.get_collection(GraphKeys.GLOBAL_STEP)
    if len(found) == 1:
        return found[0]
    if not found:
        for variable in graph.get_collection(GraphKeys.GLOBAL_VARIABLES):
            if variable.name == "global_step:0":
                return variable
    return None


def create_global_step(graph=None):
    graph = get_default_graph() if graph is None else graph
    if get_global_step(graph) is not None:
        raise ValueError('"global_step" already exists.')
    with graph.as_default(), graph.name_scope(None):
        return get_variable(
            GraphKeys.GLOBAL_STEP,
            shape=[],
            dtype=_dtypes.int64,
            initializer=Zeros(),
            trainable=False,
            collections=[GraphKeys.GLOBAL_VARIABLES, GraphKeys.GLOBAL_STEP],
            _slot=True,
        )


def get_or_create_global_step(graph=None):
    step = get_global_step(graph)
    return create_global_step(graph) if step is None else step


def assert_global_step(global_step_tensor):
    return None


def global_step(sess, global_step_tensor):
    return _scope_lsp.unknown("the value of the global step")
