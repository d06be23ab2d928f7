"""tensorflow.python.keras.utils.generic_utils: small helpers of Keras that layers of users call.

Modelled on keras/utils/generic_utils.py of TensorFlow 1.15.5.
"""

import inspect

import _scope_lsp

from tensorflow._nested_structures import flatten
from tensorflow.keras._state import to_snake_case
from tensorflow.keras.utils import *


def serialize_keras_class_and_config(cls_name, cls_config):
    return {"class_name": cls_name, "config": cls_config}


def has_arg(fn, name, accept_all=False):
    if not _scope_lsp.is_known(fn):
        return _scope_lsp.unknown("whether an unknown function takes an argument")
    spec = inspect.getfullargspec(fn)
    return bool(accept_all and spec.varkw is not None) or name in spec.args


def make_batches(size, batch_size):
    count = -(-size // batch_size)
    return [(i * batch_size, min(size, (i + 1) * batch_size)) for i in range(count)]


def slice_arrays(arrays, start=None, stop=None):
    if arrays is None:
        return [None]
    if isinstance(arrays, list):
        return [_scope_lsp.unknown("some of the rows of an array", data=True) for _ in arrays]
    return _scope_lsp.unknown("some of the rows of an array", data=True)


def to_list(x):
    return x if isinstance(x, list) else [x]


def object_list_uid(object_list):
    return ", ".join([str(abs(id(x))) for x in flatten(object_list)])


def is_all_none(structure):
    for element in flatten(structure):
        if element is not None:
            return False
    return True


def check_for_unexpected_keys(name, input_dict, expected_values):
    more = set(input_dict.keys()).difference(expected_values)
    if more:
        raise ValueError(
            "Unknown entries in {} dictionary: {}. Only expected following keys: {}".format(
                name, list(more), expected_values
            )
        )


def validate_kwargs(kwargs, allowed_kwargs, error_message="Keyword argument not understood:"):
    for kwarg in kwargs:
        if kwarg not in allowed_kwargs:
            raise TypeError(error_message, kwarg)
