"""Contexts of a graph that open no scope: devices, variable creators, control flow.

Modelled on framework/ops.py of TensorFlow 1.15.5.
"""

from functools import partial
from types import FunctionType, MethodType

from _scope_lsp_host import call_site, is_dropped

import _scope_lsp

from tensorflow._operation import DEVICES, Operation


class _Nothing:
    """A context that changes no name: devices, control dependencies, colocation."""

    def __init__(self, value=None):
        self._value = value

    def __enter__(self):
        return self._value

    def __exit__(self, *exception):
        return False


class _CreatorScope:
    """`graph._variable_creator_scope(creator, priority)`."""

    def __init__(self, graph, creator, priority=100):
        self._graph = graph
        self._creator = creator
        self._priority = priority
        self._old = None
        self._made = call_site()

    def __enter__(self):
        graph = _scope_lsp.default_graph() if self._graph is None else self._graph
        self._graph = graph
        self._old = list(_scope_lsp.creators(graph))
        new = self._old + [(self._priority, self._creator)]
        new.sort(key=lambda item: item[0])
        if not is_dropped(self._made):
            _scope_lsp.set_creators(new, graph)

    def __exit__(self, *exception):
        _scope_lsp.set_creators(self._old, self._graph)
        return False


def variable_creator_scope(variable_creator):
    return _CreatorScope(None, variable_creator)


class _Device:
    """`graph.device(...)`: a function of the program looks at each op; a name changes none."""

    def __init__(self, graph, device):
        self._graph = graph
        self._device = device
        self._old = None
        self._made = call_site()

    def __enter__(self):
        function = self._device
        DEVICES[0] = True
        if not _scope_lsp.is_known(function) or is_dropped(self._made):
            return
        if function is None:
            new = []
        elif isinstance(function, (FunctionType, MethodType, partial)):
            new = list(_scope_lsp.devices(self._graph)) + [
                lambda name, op_type: function(Operation(name, op_type))
            ]
        else:
            return
        self._graph = _scope_lsp.default_graph() if self._graph is None else self._graph
        self._old = list(_scope_lsp.devices(self._graph))
        _scope_lsp.set_devices(new, self._graph)

    def __exit__(self, *exception):
        if self._old is not None:
            _scope_lsp.set_devices(self._old, self._graph)
        return False


class _ControlFlow:
    """A context in which ops belong to a loop or a conditional, or to none (None)."""

    def __init__(self, kind):
        self._kind = kind
        self._entered = None
        self._made = call_site()

    def __enter__(self):
        self._entered = _scope_lsp.in_control_flow(self._kind)
        if is_dropped(self._made):
            self.__exit__()

    def __exit__(self, *exception):
        self._entered.__exit__()
        return False


def init_scope():
    return _ControlFlow(None)


def device(device_name_or_function):
    return _Device(None, device_name_or_function)


def control_dependencies(control_inputs):
    return _ControlFlow(None) if control_inputs is None else _Nothing()


def colocate_with(op, ignore_existing=False):
    return _Nothing()


def container(container_name):
    return _Nothing(container_name)
