"""`tf.contrib.framework.nest`, `tensorflow.python.util.nest`: nested structures."""

import _scope_lsp

from tensorflow._nested_structures import NESTED
from tensorflow._nested_structures import flatten as _flatten
from tensorflow._nested_structures import map_structure as _map_one
from tensorflow._nested_structures import with_items
from tensorflow._unmodelled import lookup as _lookup


def is_nested(seq):
    return isinstance(seq, dict) or isinstance(seq, NESTED)


@_scope_lsp.takes(True, "IsSequence")
def is_sequence(o):
    return is_nested(o)


def flatten(structure, expand_composites=False):
    return _flatten(structure)


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
    for one in structure:
        if _scope_lsp.is_known(one) and is_nested(one):
            keys = sorted(one) if isinstance(one, dict) else range(len(one))
            rows = [[_part(each, key) for each in structure] for key in keys]
            values = [map_structure(func, *row) for row in rows]
            if isinstance(one, dict):
                found = dict(zip(keys, values))
                return {key: found[key] for key in one}
            return with_items(one, values)
    return func(*structure)


def _part(structure, key):
    """A part of one of several structures; an unknown one stands for its parts."""
    is_whole = not _scope_lsp.is_known(structure) or not is_nested(structure)
    return structure if is_whole else structure[key]


def _is_namedtuple(instance, strict=False):
    return isinstance(instance, tuple) and hasattr(instance, "_fields")


def _sequence_like(instance, args):
    args = list(args)
    return pack_sequence_as(_map_one_level(instance), args)


def _map_one_level(instance):
    """The same sequence with nothing nested in it."""
    if isinstance(instance, dict):
        return dict.fromkeys(instance, 0)
    if _is_namedtuple(instance):
        return type(instance)(*([0] * len(instance)))
    return type(instance)([0] * len(instance))


def _yield_value(iterable):
    if isinstance(iterable, dict):
        return [iterable[key] for key in sorted(iterable)]
    return list(iterable)


def _keys(sequence):
    if isinstance(sequence, dict):
        return sorted(sequence)
    return list(sequence._fields) if _is_namedtuple(sequence) else list(range(len(sequence)))


def assert_shallow_structure(
    shallow_tree, input_tree, check_types=True, expand_composites=False, check_subtrees_length=True
):
    return None


def flatten_with_tuple_paths_up_to(
    shallow_tree, input_tree, check_types=True, expand_composites=False, check_subtrees_length=True
):
    if not _scope_lsp.is_known(shallow_tree) or not is_sequence(shallow_tree):
        return [((), input_tree)]
    if not _scope_lsp.is_known(input_tree):
        return input_tree
    found = []
    for key, shallow, value in zip(
        _keys(shallow_tree), _yield_value(shallow_tree), _yield_value(input_tree)
    ):
        for path, leaf in flatten_with_tuple_paths_up_to(shallow, value):
            found.append(((key,) + path, leaf))
    return found


def flatten_up_to(
    shallow_tree, input_tree, check_types=True, expand_composites=False, check_subtrees_length=True
):
    return [value for _, value in flatten_with_tuple_paths_up_to(shallow_tree, input_tree)]


def flatten_with_tuple_paths(structure, expand_composites=False):
    return flatten_with_tuple_paths_up_to(structure, structure)


def yield_flat_paths(nest, expand_composites=False):
    return [path for path, _ in flatten_with_tuple_paths(nest)]


def flatten_with_joined_string_paths(structure, separator="/", expand_composites=False):
    return [
        (separator.join([str(key) for key in path]), value)
        for path, value in flatten_with_tuple_paths(structure)
    ]


def map_structure_up_to(shallow_tree, func, *inputs, **kwargs):
    columns = [flatten_up_to(shallow_tree, tree) for tree in inputs]
    return pack_sequence_as(shallow_tree, [func(*row) for row in zip(*columns)])


def map_structure_with_tuple_paths_up_to(shallow_tree, func, *inputs, **kwargs):
    columns = [flatten_up_to(shallow_tree, tree) for tree in inputs]
    paths = yield_flat_paths(shallow_tree)
    return pack_sequence_as(
        shallow_tree, [func(path, *row) for path, row in zip(paths, zip(*columns))]
    )


def map_structure_with_tuple_paths(func, *structure, **kwargs):
    return map_structure_with_tuple_paths_up_to(structure[0], func, *structure)


def map_structure_with_paths(func, *structure, **kwargs):
    def called(path, *values):
        return func("/".join([str(key) for key in path]), *values)

    return map_structure_with_tuple_paths_up_to(structure[0], called, *structure)


def __getattr__(name):
    return _lookup("contrib.framework.nest." + name)
