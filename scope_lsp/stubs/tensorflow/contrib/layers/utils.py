"""Helpers of tf.contrib.layers that networks import by themselves.

Modelled on contrib/layers/python/layers/utils.py of TensorFlow 1.15.5.
"""

from collections import OrderedDict

import _scope_lsp

from tensorflow._graph import get_collection, get_default_graph
from tensorflow._layers_base import smart_cond
from tensorflow.contrib.layers._utils import collect_named_outputs, variable_collections

static_cond = smart_cond
get_variable_collections = variable_collections


def append_tensor_alias(tensor, alias):
    alias = alias[:-1] if alias[-1:] == "/" else alias
    tensor.aliases = getattr(tensor, "aliases", []) + [alias]
    return tensor


def get_tensor_aliases(tensor):
    aliases = getattr(tensor, "aliases", None)
    if aliases:
        return aliases
    name = tensor.op.name
    return [name[:-1] if name[-1:] == "/" else name]


def gather_tensors_aliases(tensors):
    aliases = []
    for tensor in tensors:
        aliases += get_tensor_aliases(tensor)
    return aliases


def convert_collection_to_dict(collection, clear_collection=False):
    outputs = OrderedDict()
    for tensor in get_collection(collection):
        for alias in get_tensor_aliases(tensor):
            outputs[alias] = tensor
    if clear_collection:
        get_default_graph().clear_collection(collection)
    return outputs


def constant_value(value_or_tensor_or_var, dtype=None):
    value = value_or_tensor_or_var
    if isinstance(value, (bool, int, float)):
        return value
    return _scope_lsp.unknown("the constant value of a tensor")


def last_dimension(shape, min_rank=1):
    return shape[-1].value


def channel_dimension(shape, data_format, min_rank=1):
    return shape[1].value if data_format == "NCHW" else shape[-1].value


def two_element_tuple(int_or_tuple):
    if isinstance(int_or_tuple, int):
        return int_or_tuple, int_or_tuple
    return int_or_tuple[0], int_or_tuple[1]


def n_positive_integers(n, value):
    return (value,) * n if isinstance(value, int) else tuple(value)
