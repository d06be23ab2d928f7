"""Variables that belong to objects, and what checkpoints of objects find by them.

Modelled on training/tracking/util.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow import _dtypes, _init_ops, _template
from tensorflow._shape import TensorShape, as_dims
from tensorflow._tensor import dtype_of
from tensorflow._variables import Variable


def add_variable(
    trackable, name, shape=None, dtype=_dtypes.float32, initializer=None, trainable=True
):
    """It is outside of all variable scopes, and never shared."""
    dtype = dtype_of(dtype)
    value = initializer
    if _scope_lsp.is_known(initializer) and (initializer is None or callable(initializer)):

        def value():
            made = initializer
            if made is None:
                is_real = dtype is None or dtype.is_floating
                made = _init_ops.GlorotUniform() if is_real else _init_ops.Zeros()
            elif isinstance(made, type):
                made = made(dtype=dtype)
            return made(TensorShape(as_dims(shape)), dtype=dtype)

    elif _scope_lsp.is_known(initializer) and shape is not None:
        raise ValueError("If initializer is a constant, do not specify shape.")
    variable = Variable(value, trainable, name=name, dtype=dtype, use_resource=True)
    names = getattr(trackable, "_unconditional_dependency_names", None)
    if names is None:
        names = trackable._unconditional_dependency_names = {}
    if _scope_lsp.is_known(names):
        if name in names:
            raise ValueError(
                "Called Trackable._track_trackable() with name='%s', but a Trackable with this "
                "name is already declared as a dependency. Names must be unique (or "
                "overwrite=True)." % name
            )
        names[name] = variable
    return variable


class _Captured:
    """An object of the program's that a template depends on."""

    def __init__(self, trackable, made):
        self._object = trackable
        self._variable_scope = trackable.variable_scope
        self._made = made


class capture_dependencies:
    """For `with`: variables belong to an object that is like a template, inside of another."""

    def __init__(self, template):
        self._template = template
        self._before = 0

    def __enter__(self):
        self._before = len(_template._variables())

    def __exit__(self, *exception):
        made = _template._variables()[self._before :]
        for outer in _template._running[-1:]:
            outer._inner.append(_Captured(self._template, made))
        return False


def gather_initializers(root_trackable):
    return _scope_lsp.unknown("the initializers of what belongs to an object")
