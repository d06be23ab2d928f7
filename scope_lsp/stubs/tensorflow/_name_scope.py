"""`tf.name_scope` of TensorFlow 1 and 2.

Modelled on framework/ops.py of TensorFlow 1.15.5.
"""

from _scope_lsp_host import call_site, is_dropped

import _scope_lsp


class _NameScope:
    """`graph.name_scope(name)`, of the default graph where none is given."""

    def __init__(self, graph, name):
        self._graph = graph
        self._name = name
        self._entered = None
        self._made = call_site()

    def __enter__(self):
        self._entered = _scope_lsp.in_name_scope(self._name, self._graph)
        if is_dropped(self._made):
            self._entered.__exit__()
        return self._entered.__enter__()

    def __exit__(self, *exception):
        self._entered.__exit__()
        return False


def get_name_scope():
    return _scope_lsp.current_name_scope()


class name_scope:
    """`tf.name_scope` of TensorFlow 1."""

    def __new__(cls, name=None, *args, **kwargs):
        if _scope_lsp.is_one_of_several(name):
            # One context for each, so that what stands inside is run in each of the scopes.
            return _scope_lsp.each(name, lambda option: cls(option, *args, **kwargs))
        return object.__new__(cls)

    def __init__(self, name, default_name=None, values=None):
        if _scope_lsp.is_known(default_name) and not (
            default_name is None or isinstance(default_name, str)
        ):
            raise TypeError(
                "`default_name` type (%s) is not a string type. You likely meant to pass this "
                "into the `values` kwarg." % type(default_name)
            )
        self._name = default_name if name is None else name
        self._default_name = default_name
        self._values = values
        self._graph = None
        self._entered = None
        self._made = call_site()

    @property
    def name(self):
        return self._name

    def __enter__(self):
        if self._name is None and self._values is not None:
            raise ValueError(
                "At least one of name (%s) and default_name (%s) must be provided."
                % (self._name, self._default_name)
            )
        if self._entered is not None:
            # Entered while open: Python collects the generator of the first entry.
            self._entered.__exit__()
            self._entered = None
        handle = _graph_from(self._values)
        self._graph = None if handle is None else _scope_lsp.in_graph(handle)
        try:
            self._entered = _scope_lsp.in_name_scope(self._name)
        except (ValueError, TypeError):
            if self._graph is not None:
                self._graph.__exit__()
            raise
        name = self._entered.__enter__()
        if is_dropped(self._made):
            self.__exit__()
        return name

    def __exit__(self, *exception):
        if self._entered is not None:
            self._entered.__exit__()
            self._entered = None
        if self._graph is not None:
            self._graph.__exit__()
        return False


class name_scope_v2:
    """`tf.name_scope` of TensorFlow 2 (`tf.compat.v2.name_scope`)."""

    def __init__(self, name):
        if _scope_lsp.is_known(name) and (name is None or not isinstance(name, str)):
            raise ValueError("name for name_scope must be a string.")
        self._name = name
        self._entered = []
        self._made = call_site()

    @property
    def name(self):
        return self._name

    def __enter__(self):
        entered = _scope_lsp.in_name_scope(self._name)
        self._entered.append(entered)
        if is_dropped(self._made):
            self.__exit__()
        return entered.__enter__()

    def __exit__(self, *exception):
        self._entered.pop().__exit__()
        return False


def op_scope(values, name, default_name=None):
    return name_scope(name, default_name, values)


def _graph_from(values):
    """The graph of the first tensor or variable among `values`, None: the default one."""
    if values is None or not _scope_lsp.is_known(values):
        return None
    for value in values:
        if _scope_lsp.is_known(value):
            handle = getattr(value, "_graph_handle", None)
            if _scope_lsp.is_known(handle) and handle is not None:
                return handle
    return None
