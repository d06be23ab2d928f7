"""tensorflow.python.framework.function: functions of TensorFlow 1.

A function's body runs once, at its first call, on placeholders in a graph of its own; its variables
are made in the graph around it.  Each call is an op of the function's name.

Modelled on framework/function.py (Defun) of TensorFlow 1.15.5.
"""

import inspect

import _scope_lsp

from tensorflow._nested_structures import flatten
from tensorflow._operation import Operation
from tensorflow._tensor import convert, create, dtype_of
from tensorflow._traces import given_out


class _DefinedFunction:
    """What is made of a function for arguments of certain types."""

    def __init__(self, func, names, input_types, name):
        self._func = func
        self._names = names
        self._func_name = name
        self._input_types = input_types
        self._outputs = None

    @property
    def name(self):
        self._define()
        if self._func_name is None:
            return _scope_lsp.unknown("the name that TensorFlow gives a function")
        return self._func_name

    @property
    def declared_input_types(self):
        return self._input_types

    @property
    def definition(self):
        self._define()
        return _scope_lsp.unknown("the definition of a function")

    @property
    def captured_inputs(self):
        self._define()
        return _scope_lsp.unknown("what a function takes from outside")

    def add_to_graph(self, g):
        self._define()

    def _define(self):
        if self._outputs is not None:
            return
        more = ["arg%d" % i for i in range(len(self._names), len(self._input_types))]
        with _scope_lsp.in_graph(_scope_lsp.new_function_graph()):
            given = [
                create("Placeholder", name, None, dtype=dtype, inputs=())
                for name, dtype in zip(self._names + more, self._input_types)
            ]
            made = self._func(*given)
            if _scope_lsp.is_known(made) and made is None:
                made = ()
            self._outputs = [convert(output) for output in flatten(made)]

    def __call__(self, *args, **kwargs):
        self._define()
        inputs = [convert(arg) for arg in args]
        name = kwargs.get("name") or self._func_name
        if name is None:
            full = _scope_lsp.unknown("the name of a function's op")
        else:
            full = _scope_lsp.new_op(name, name)
        made = given_out(full, "", self._outputs, inputs=inputs, exact=False)
        if not made:
            return Operation(full, "")
        return made[0] if len(made) == 1 else tuple(made)


class _OverloadedFunction:
    """A function whose arguments have no declared types: it is made for each kind that it gets."""

    def __init__(self, func, names, name):
        self._func = func
        self._names = names
        self._func_name = name
        self._made = {}

    def instantiate(self, input_types):
        key = tuple(input_types)
        if key not in self._made:
            self._made[key] = _DefinedFunction(
                self._func, self._names, input_types, name=self._func_name
            )
        return self._made[key]

    def __call__(self, *args, **kwargs):
        inputs = [convert(arg) for arg in args]
        return self.instantiate([dtype_of(x.dtype) for x in inputs])(*inputs, **kwargs)


class Defun:
    def __init__(self, *input_types, **kwargs):
        self._input_types = [dtype_of(dtype) for dtype in input_types]
        self._name = kwargs.get("func_name")

    def __call__(self, func):
        if not _scope_lsp.is_known(func):
            return _scope_lsp.unknown_code("a function that is not known", True)
        if not callable(func):
            raise ValueError("function %s must be callable" % func)
        spec = inspect.getfullargspec(func)
        if spec.varkw or spec.defaults:
            raise ValueError(
                "function with argument defaults or keywords arguments are not supported. %s has "
                "defaults %s and keywords %s." % (func, spec.defaults, spec.varkw)
            )
        names = spec.args[1:] if inspect.ismethod(func) else spec.args
        most = 1000000 if spec.varargs else len(names)
        number = len(self._input_types)
        if number and not len(names) <= number <= most:
            raise ValueError(
                "The function has fewer arguments than the number of specified input types."
            )
        if number or not most:
            return _DefinedFunction(func, names, self._input_types, name=self._name)
        return _OverloadedFunction(func, names, self._name)
