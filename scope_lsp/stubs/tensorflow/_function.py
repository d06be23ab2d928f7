"""`tf.function` and `tf.Module`.

A function's body is run once for each kind of arguments, on placeholders in a graph of its own
whose variables are made in the graph around it (`_traces`); those of `defun`
(`python/eager/function`) are like all others.  TensorFlow runs the body twice where it makes
variables: an error in there is never certain.

Modelled on eager/def_function.py, eager/function.py and module/module.py of TensorFlow 1.15.5.
"""

import functools
import re

import _scope_lsp

from tensorflow._nested_structures import flatten


class Function:
    _is_traced = False
    """Whether its variables are in no collection but that of all."""

    def __init__(self, python_function, name=None, input_signature=None):
        self._python_function = self.python_function = python_function
        self._name = name or getattr(python_function, "__name__", None)
        self._input_signature = self.input_signature = input_signature
        self._traces = []
        self._bound = []
        self.__name__ = self._name
        self.__doc__ = getattr(python_function, "__doc__", None)
        self.__wrapped__ = python_function

    def __call__(self, *args, **kwargs):
        eager = _scope_lsp.executing_eagerly()
        if not _scope_lsp.is_known(eager) or eager:
            with _scope_lsp.in_graph(_scope_lsp.new_function_graph(self._is_traced)):
                return self._python_function(*args, **kwargs)
        from tensorflow._traces import converted  # few programs have such functions

        if self._is_traced and not self._traces:
            converted([args, kwargs])  # the first call does so twice
        args, kwargs = converted([args, kwargs])
        return self._trace_for(args, kwargs).call(args, kwargs)

    def _trace_for(self, args, kwargs):
        from tensorflow._traces import Trace, kind_of  # few programs have such functions

        kind = () if self._input_signature else kind_of([args, kwargs])
        for trace in self._traces:
            same = trace.kind == kind
            if _scope_lsp.is_known(same) and same:
                return trace
        signature = self._input_signature or ()
        trace = Trace(
            self._python_function,
            args,
            kwargs,
            kind=kind,
            signature=signature,
            is_traced=self._is_traced,
        )
        self._traces.append(trace)
        return trace

    def __get__(self, instance, owner):
        if instance is None:
            return self
        for known, function in self._bound:
            if known is instance:
                return function
        bound = self._python_function.__get__(instance, owner)
        made = type(self)(bound, self._name, self._input_signature)
        self._bound.append((instance, made))
        return made

    def get_concrete_function(self, *args, **kwargs):
        if not args and not kwargs and self._input_signature:
            args = tuple(self._input_signature)
        return self._trace_for(args, kwargs)

    def get_initialization_function(self, *args, **kwargs):
        return self


class _Traced(Function):
    _is_traced = True


def function(
    func=None,
    input_signature=None,
    autograph=True,
    experimental_autograph_options=None,
    experimental_relax_shapes=False,
    experimental_compile=None,
):
    def decorated(inner):
        return _Traced(inner, None, input_signature)

    return decorated if func is None else decorated(func)


class Module:
    def __init__(self, name=None):
        from tensorflow import name_scope  # imports this module itself

        if name is None:
            name = _snake_case(type(self).__name__)
        self._name = name
        with name_scope(name) as scope:
            self._scope_name = scope

    @property
    def name(self):
        return self._name

    @property
    def name_scope(self):
        from tensorflow import name_scope  # imports this module itself

        return name_scope(self._scope_name)

    @property
    def variables(self):
        from tensorflow import Variable  # imports this module itself

        return tuple(_leaves(self, [self], Variable))

    @property
    def trainable_variables(self):
        return tuple([variable for variable in self.variables if variable.trainable])

    @property
    def submodules(self):
        return tuple(_leaves(self, [self], _module_classes()))

    @classmethod
    def with_name_scope(cls, method):
        @functools.wraps(method)
        def inside(self, *args, **kwargs):
            with self.name_scope:
                return method(self, *args, **kwargs)

        return inside


def _module_classes():
    from tensorflow.keras.layers import Layer  # few programs need it

    return (Module, Layer)


def _leaves(module, seen, wanted):
    """module/module.py's _flatten_module: what a module holds, then what its modules hold.

    `seen` are the modules and the wanted objects so far, none of which is walked or told again.
    """
    found = []
    inner = []
    classes = _module_classes()
    held = vars(module)
    for name in sorted(held):
        for leaf in flatten(held[name]):
            is_module = isinstance(leaf, classes)
            is_wanted = isinstance(leaf, wanted)
            if (is_module or is_wanted) and not _scope_lsp.is_among(leaf, seen):
                seen.append(leaf)
                if is_wanted:
                    found.append(leaf)
                if is_module:
                    inner.append(leaf)
    for one in inner:
        found.extend(_leaves(one, seen, wanted))
    return found


def _snake_case(name):
    """As `camel_to_snake` of module/module.py: `MyMLPBlock` is `my_mlp_block`."""
    return re.sub(r"((?<=[a-z0-9])[A-Z]|(?!^)[A-Z](?=[a-z]))", r"_\1", name).lower()
