"""The global step.

Modelled on training/training_util.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow import _dtypes
from tensorflow._get_variable import get_variable
from tensorflow._graph import GraphKeys, get_default_graph
from tensorflow._init_ops import Zeros
from tensorflow._refusals import refuse
from tensorflow._shape import as_dims, is_int
from tensorflow._tensor import base_dtype, is_tensor_like


def get_global_step(graph=None):
    step = _found(get_default_graph() if graph is None else graph)
    if step is not None:
        assert_global_step(step)
    return step


def _found(graph):
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
    step = get_global_step(graph)
    if step is not None:
        if _scope_lsp.is_known(step):
            refuse('"global_step" already exists.')
        return step
    return _made(graph)


def _made(graph):
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
    graph = get_default_graph() if graph is None else graph
    step = get_global_step(graph)
    return _made(graph) if step is None else step  # that there is none is not asked again


def assert_global_step(global_step_tensor):
    if not _scope_lsp.is_known(global_step_tensor):
        return
    if not is_tensor_like(global_step_tensor):
        refuse(
            'Existing "global_step" must be a Variable or Tensor: %s.' % (global_step_tensor,),
            exception="TypeError",
        )
        return
    dtype = base_dtype(global_step_tensor)
    is_integer = True if dtype is None else dtype.is_integer
    if _scope_lsp.is_known(is_integer) and not is_integer:
        refuse(
            'Existing "global_step" does not have integer type: %s' % global_step_tensor.dtype,
            exception="TypeError",
        )
        return
    dims = as_dims(global_step_tensor.shape)
    if _scope_lsp.is_a(dims, tuple) and dims and all(is_int(dim) for dim in dims):
        refuse(
            'Existing "global_step" is not scalar: %s' % (global_step_tensor.shape,),
            exception="TypeError",
        )


def global_step(sess, global_step_tensor):
    return _scope_lsp.unknown("the value of the global step")
