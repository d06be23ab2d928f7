"""What is not modelled: a function that takes its op's name and returns an unknown value."""

import _scope_lsp


class Unmodelled:
    """A function or module of TensorFlow by its path below `tf`."""

    def __init__(self, path):
        self._path = path
        self.__name__ = path

    def __call__(self, *args, **kwargs):
        from tensorflow._default_names import DEFAULT_NAMES

        default = DEFAULT_NAMES.get(self._path)
        if default is None and self._path[:8] == "raw_ops.":
            default = self._path[8:]
        if default is not None:
            name = kwargs.get("name", kwargs.get("scope"))
            if name != "":  # the whole graph, as for `tf.import_graph_def`
                name = _scope_lsp.new_op(default, name)
        from tensorflow._op_shapes import COMPOSED, RULES, made

        if self._path in RULES:
            # What is named as a type of ops is one; else other ops stand in a scope of that name.
            is_op = default is not None and default[:1].isupper() and self._path not in COMPOSED
            return made(self._path, name if is_op else _scope_lsp.unknown("the name of a tensor"), args, kwargs)
        return _scope_lsp.unknown("tf." + self._path + " is not modelled")

    def __getattr__(self, name):
        if name[:2] == "__":
            raise AttributeError(name)
        return lookup(self._path + "." + name)

    def __repr__(self):
        return "<tf." + self._path + ">"


def lookup(path):
    """The member of TensorFlow at a path: a class is unknown, all else may be called."""
    name = path.rpartition(".")[2]
    if name[:2] == "__":
        raise AttributeError(name)
    if name[:1].isupper():
        if path not in _FUNCTIONS and path[:8] != "raw_ops.":
            return _scope_lsp.unknown("tf." + path + " is not modelled")
    return Unmodelled(path)


_FUNCTIONS = ("Assert", "Print")
