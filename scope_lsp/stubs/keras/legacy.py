"""`keras.legacy`: the decorators that translate the arguments of Keras 1, and its layers.

The layers take those arguments by themselves (`_old_names`), so the decorators change nothing.
"""

from keras._old_names import unchanged


class _Interfaces:
    """keras.legacy.interfaces."""

    def __getattr__(self, name):
        if name[:8] == "generate":
            return lambda *args, **kwargs: unchanged
        if name[:7] == "legacy_":
            return unchanged
        raise AttributeError(name)


interfaces = _Interfaces()


def __getattr__(name):
    if name in ("layers", "models"):
        return __import__("keras." + name, fromlist=["*"])
    return getattr(interfaces, name)
