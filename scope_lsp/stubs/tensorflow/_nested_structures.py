"""Nested lists, tuples and dicts: the functions of `nest` that the models use.

The public `nest` is in `contrib/framework/nest.py`.

Modelled on python/util/nest.py and util/util.cc of TensorFlow 1.15.5.
"""

from collections.abc import MappingView

import _scope_lsp

NESTED = (list, tuple, MappingView, range)
"""What nest takes for a sequence, besides dicts."""


def map_structure(function, structure):
    """nest.map_structure over lists, tuples and dicts of one value."""
    if not _scope_lsp.is_known(structure):
        return function(structure)
    if isinstance(structure, dict):
        return {key: map_structure(function, value) for key, value in structure.items()}
    if isinstance(structure, NESTED):
        return with_items(structure, [map_structure(function, value) for value in structure])
    return function(structure)


def with_items(sequence, items):
    """nest._sequence_like: a list or tuple of the same type, from a list of its items."""
    if isinstance(sequence, (list, MappingView)):
        return items
    return type(sequence)(*items) if hasattr(sequence, "_fields") else tuple(items)


def flatten(structure):
    """nest.flatten."""
    if _scope_lsp.is_known(structure):
        if isinstance(structure, dict):
            structure = [structure[key] for key in sorted(structure)]
        if isinstance(structure, NESTED):
            flat = []
            for value in structure:
                flat.extend(flatten(value))
            return flat
    return [structure]
