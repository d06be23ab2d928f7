"""tensorflow.python.framework.ops: what libraries use of it beside the public names.

Modelled on framework/ops.py of TensorFlow 1.15.5.
"""

import re

import _scope_lsp

from tensorflow._graph import get_default_graph
from tensorflow._graph_contexts import colocate_with
from tensorflow._graph_contexts import device as _device
from tensorflow._name_scope import get_name_scope, name_scope_v2
from tensorflow._tensor import TensorLike as _Dense
from tensorflow._tensor import convert_to_tensor as _convert
from tensorflow._tensor import is_tensor_like

_TensorLike = _Dense  # in TensorFlow it stands for sparse tensors and slices as well


def is_dense_tensor_like(t):
    return is_tensor_like(t)


def register_dense_tensor_like_type(tensor_type):
    pass


def register_tensor_conversion_function(base_type, conversion_func, priority=100):
    pass


def register_proto_function(collection_name, proto_type=None, to_proto=None, from_proto=None):
    pass


def name_from_scope_name(name):
    return name[:-1] if name and name[-1] == "/" else name


def strip_name_scope(name, export_scope):
    if not export_scope:
        return name
    export_scope = name_from_scope_name(export_scope)
    return re.sub(r"([\^]|loc:@|^)" + export_scope + r"[\/]+(.*)", r"\1\2", name, count=1)


def prepend_name_scope(name, import_scope):
    if not import_scope:
        return name
    return re.sub(
        r"([\^]|loc:@|^)(.*)", r"\1" + name_from_scope_name(import_scope) + r"/\2", name, count=1
    )


def uid():
    return _scope_lsp.unknown("a number of TensorFlow's own")


def _get_graph_from_inputs(op_input_list, graph=None):
    if graph is not None:
        return graph
    for value in op_input_list:
        found = getattr(value, "graph", None)
        if found is not None:
            return found
    return get_default_graph()


def inside_function():
    return _scope_lsp.building_function()


class EagerTensor(_Dense):
    """Of a program that builds graphs, no tensor is one."""


def convert_to_tensor_v2(value, dtype=None, dtype_hint=None, name=None):
    return _convert(value, dtype, name, preferred_dtype=None, dtype_hint=dtype_hint)


def device_v2(device_name):
    return _device(device_name)
