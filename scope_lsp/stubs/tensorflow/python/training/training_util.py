"""tensorflow.python.training.training_util: how hooks read the global step.

Modelled on training/training_util.py of TensorFlow 1.15.5.
"""

from tensorflow._graph_contexts import control_dependencies
from tensorflow._global_step import get_global_step
from tensorflow._graph import get_default_graph
from tensorflow._name_scope import name_scope
from tensorflow._variable_functions import assign_add
from tensorflow._variables import Variable

GLOBAL_STEP_READ_KEY = "global_step_read_op_cache"


def _get_global_step_read(graph=None):
    found = (graph or get_default_graph()).get_collection(GLOBAL_STEP_READ_KEY)
    if len(found) > 1:
        raise RuntimeError(
            "There are multiple items in collection {}. There should be only one.".format(
                GLOBAL_STEP_READ_KEY
            )
        )
    return found[0] if found else None


def _get_or_create_global_step_read(graph=None):
    graph = graph or get_default_graph()
    read = _get_global_step_read(graph)
    step = get_global_step(graph) if read is None else None
    if step is None:
        return read
    with graph.as_default(), name_scope(None), name_scope(step.op.name + "/"):
        read = (step.read_value() if isinstance(step, Variable) else step) + 0
        graph.add_to_collection(GLOBAL_STEP_READ_KEY, read)
    return read


def _increment_global_step(increment, graph=None):
    graph = graph or get_default_graph()
    step = get_global_step(graph)
    if step is None:
        raise ValueError(
            "Global step tensor should be created by tf.train.get_or_create_global_step before "
            "calling increment."
        )
    read = _get_or_create_global_step_read(graph)
    with graph.as_default(), name_scope(None), name_scope(step.op.name + "/"):
        with control_dependencies([read]):
            return assign_add(step, increment)
