"""`tf.contrib.framework.nest`, `tensorflow.python.util.nest`: nested structures."""

import _scope_lsp

from tensorflow._control_flow import flatten
from tensorflow._control_flow import map_structure as _map_one
from tensorflow._unmodelled import lookup as _lookup


def is_sequence(structure):
    return isinstance(structure, (list, tuple, dict))


is_nested = is_sequence


def assert_same_structure(nest1, nest2, check_types=True, expand_composites=False):
    return None


def pack_sequence_as(structure, flat_sequence, expand_composites=False):
    if not _scope_lsp.is_known(flat_sequence):
        return flat_sequence
    rest = list(flat_sequence)
    return _map_one(lambda _: rest.pop(0), structure)


def map_structure(func, *structure, **kwargs):
    if len(structure) == 1:
        return _map_one(func, structure[0])
    columns = [flatten(one) for one in structure]
    return pack_sequence_as(structure[0], [func(*row) for row in zip(*columns)])


def __getattr__(name):
    return _lookup("contrib.framework.nest." + name)
