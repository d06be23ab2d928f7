"""What the rules for the shapes and dtypes of rarer ops have in common.

A rule takes the arguments that matter and answers the dims and the dtype of the result, or a list
of such pairs.  Not here: the rules, see `_op_shapes` and the modules beside it.
"""

import _scope_lsp

from tensorflow._shape import UNSURE
from tensorflow._tensor_util import value_dims, value_dtype


_FIRST = (
    "a chol images img1 input input_tensor inputs log_mel_spectrograms matrix ref string_tensor "
    "tensor values x"
).split()
"""How the functions that share a rule call their first argument; one that others have last."""


def first(args, kwargs):
    """The first argument of a function, by place or by whichever name it has."""
    if args:
        return args[0]
    for name in _FIRST:
        if name in kwargs:
            return kwargs[name]
    return _scope_lsp.unknown("an argument that is missing")


def registrar(rules):
    """The decorator that puts a rule into `rules`, under each of the paths that it is given."""

    def rule(paths):
        def register(function):
            for path in paths.split():
                rules[path] = function
            return function

        return register

    return rule


def dims_of(x, rank=None):
    """The dims of an argument, UNSURE unless they are as many as is asked for."""
    if not _scope_lsp.is_known(x):
        return UNSURE
    dims = x._dims if hasattr(x, "_dims") else value_dims(x)
    if not isinstance(dims, tuple) or rank is not None and len(dims) != rank:
        return UNSURE
    return dims


def base_dtype(x):
    """The dtype of an argument, None where it is not known."""
    if not _scope_lsp.is_known(x):
        return None
    dtype = x._dtype if hasattr(x, "_dtype") else value_dtype(x)
    return None if dtype is None else dtype.base_dtype


def parts(x, *slices):
    """The dims of an argument cut into pieces and put together, UNSURE where they are."""
    dims = dims_of(x)
    return (
        UNSURE
        if dims == UNSURE
        else tuple([dim for at in slices for dim in (dims[at] if isinstance(at, slice) else at)])
    )
