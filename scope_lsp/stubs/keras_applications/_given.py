"""The networks of the Keras whose modules a call gives.

Not here: how they are built, see `applications` of both Keras.
"""

import _scope_lsp

from keras_applications import get_submodules_from_kwargs

_GIVEN = ("backend", "layers", "models", "utils")


def _applications(backend):
    """The package of the Keras that a backend belongs to, or None for any other backend."""
    from tensorflow import keras  # only where a network is built

    if backend is keras.backend:
        return keras.applications
    import keras  # not where only that of TensorFlow is used

    return keras.applications if backend is keras.backend else None


def function(module, name):
    """The function of this name, which calls that of the Keras that it is given."""

    def call(*args, **kwargs):
        modules = {key: kwargs.pop(key) for key in _GIVEN if key in kwargs}
        backend, _, _, _ = get_submodules_from_kwargs(modules)
        if _scope_lsp.is_known(backend):
            if backend is None:
                raise AttributeError("'NoneType' object has no attribute 'image_data_format'")
            applications = _applications(backend)
            if applications is not None:
                return getattr(getattr(applications, module), name)(*args, **kwargs)
        reason = "keras_applications." + module + "." + name + " with modules that are not known"
        return _scope_lsp.unknown_code(reason, True)(*args, **kwargs)

    return call
