"""Enough of ``tf`` on top of the naming model to run the programs in this folder.

Values are shapes and dtypes only; names of ops inside initializers are made where a program can
notice them.
"""

from __future__ import annotations

import builtins
import inspect
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from scope_lsp.naming.errors import NamingError
from scope_lsp.naming.name import AUTO_REUSE
from scope_lsp.naming.scope_context import ScopeOptions, VariableScopeContext
from scope_lsp.naming.shape import shape_text
from scope_lsp.naming.state import State
from scope_lsp.naming.variable import NewVariable, PartitionedVariable, Tensor, Variable


class Shape(tuple[int, ...]):
    def as_list(self) -> list[int]:
        return list(self)

    def __str__(self) -> str:
        return shape_text(self)


class Named:
    def __init__(self, name: str) -> None:
        self.name = name


class WrappedVariable:
    def __init__(self, handle: Variable) -> None:
        self.handle = handle

    @property
    def name(self) -> str:
        return self.handle.name

    @property
    def dtype(self) -> Named:
        return Named(self.handle.dtype_name)

    def get_shape(self) -> Shape:
        return Shape(self.handle.shape or ())


class WrappedShards:
    def __init__(self, handle: PartitionedVariable) -> None:
        self.handle = handle
        self.name = handle.name

    def get_shape(self) -> Shape:
        return Shape(self.handle.shape or ())

    def __iter__(self) -> Iterator[WrappedVariable]:
        return iter([shard.wrapper for shard in self.handle.shards])


class Callbacks:
    """The program's values as naming asks about them."""

    def __init__(self, state: State) -> None:
        self.state = state

    def kind(self, initializer: Any) -> str:
        if isinstance(initializer, Tensor):
            return "tensor"
        if not callable(initializer):
            return "value"
        if isinstance(initializer, type) or inspect.signature(initializer).parameters:
            return "callable"
        return "thunk"

    def call(self, initializer: Any, shape: Any, dtype: Any, partition: Any) -> Tensor:
        if shape is None:
            return self.convert(initializer(), None, "initial_value")
        if isinstance(initializer, type):
            initializer = initializer()
        value = initializer(list(shape), dtype=dtype, partition_info=None)
        return self.convert(value, dtype, "initial_value")

    def convert(self, value: Any, dtype: Any, name: str | None) -> Tensor:
        if isinstance(value, Tensor):
            return value
        self.state.new_op("Const", name, direct=True)
        first = value
        shape = []
        while isinstance(first, list):
            shape.append(len(first))
            first = first[0]
        return Tensor(shape, dtype or ("int32" if isinstance(first, int) else "float32"))

    def slice(self, value: Any, offset: Any, shape: Any) -> Tensor:
        self.state.new_op("Slice")
        cut = Tensor(shape, "float32")
        return cut._replace(value=cut)

    def partition(self, partitioner: Any, shape: Any, dtype: Any) -> Any:
        return partitioner(shape=Shape(shape), dtype=dtype)

    def regularize(self, regularizer: Any, variable: Variable) -> None:
        regularizer(variable.wrapper)

    def made(self, variable: Variable | PartitionedVariable) -> None:
        partitioned = isinstance(variable, PartitionedVariable)
        variable.wrapper = WrappedShards(variable) if partitioned else WrappedVariable(variable)


class Scope:
    def __init__(self, state: State, handle: Any) -> None:
        self.state, self.handle = state, handle

    def __getattr__(self, name: str) -> Any:
        return getattr(self.handle, name)

    def reuse_variables(self) -> None:
        self.state.reuse_variables(self.handle)


class variable_scope:
    def __init__(
        self,
        tf: Miniature,
        name_or_scope: Any,
        default_name: Any = None,
        values: Any = None,
        reuse: Any = None,
        auxiliary_name_scope: Any = True,
        **options: Any,
    ) -> None:
        self.state = tf.state
        self.context: VariableScopeContext = tf.guard(
            self.state.variable_scope,
            name_or_scope.handle if isinstance(name_or_scope, Scope) else name_or_scope,
            default_name,
            ScopeOptions(**options),
            reuse,
            auxiliary_name_scope,
        )
        self.tf = tf

    def __enter__(self) -> Any:
        return self.tf.scope(self.tf.guard(self.state.enter_variable_scope, self.context))

    def __exit__(self, *exception: object) -> None:
        self.tf.guard(self.state.exit_variable_scope, self.context)


class name_scope:
    def __init__(self, tf: Miniature, name: Any, default_name: Any = None, values: Any = None):
        if default_name is not None and not isinstance(default_name, str):
            raise TypeError(
                f"`default_name` type ({type(default_name)}) is not a string type. You likely "
                "meant to pass this into the `values` kwarg."
            )
        self.tf, self.name, self.values = tf, default_name if name is None else name, values
        self.entered: Any = None

    def __enter__(self) -> str:
        if self.name is None and self.values is not None:
            raise ValueError(
                "At least one of name (None) and default_name (None) must be provided."
            )
        self.__exit__()
        self.entered = self.tf.guard(self.tf.state.default_graph().enter_name_scope, self.name)
        name = self.entered.name
        assert isinstance(name, str)
        return name

    def __exit__(self, *exception: object) -> None:
        if self.entered is not None:
            self.entered.exit()
            self.entered = None


class zeros_initializer:
    def __call__(self, shape: Any, dtype: Any = None, partition_info: Any = None) -> Tensor:
        zeros_initializer.state.new_op("Const", "zeros", direct=True)
        return Tensor(shape, dtype)

    state: State


class Miniature:
    """Stands for the module ``tensorflow``."""

    AUTO_REUSE = AUTO_REUSE
    float32, float64, int32, string, complex64 = [
        "float32",
        "float64",
        "int32",
        "string",
        "complex64",
    ]

    def __init__(self) -> None:
        self.state = zeros_initializer.state = State()
        self.callbacks = Callbacks(self.state)
        self.zeros_initializer = zeros_initializer

    def guard(self, function: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        """Turn naming's error into the exception that it describes."""
        try:
            return function(*args, **kwargs)
        except NamingError as error:
            raise getattr(builtins, error.exception)(error.message) from None

    def scope(self, handle: Any) -> Any:
        """The one object that the program sees of a scope."""
        if handle.wrapper is None:
            handle.wrapper = Scope(self.state, handle)
        return handle.wrapper

    def variable_scope(self, *args: Any, **kwargs: Any) -> variable_scope:
        return variable_scope(self, *args, **kwargs)

    def name_scope(self, *args: Any, **kwargs: Any) -> name_scope:
        return name_scope(self, *args, **kwargs)

    def get_variable_scope(self) -> Any:
        return self.scope(self.state.get_variable_scope())

    def get_variable(self, name: str, shape: Any = None, **arguments: Any) -> Any:
        scope = self.state.get_variable_scope()
        found = self.guard(
            self.state.get_variable, scope, name, self.callbacks, shape=shape, **arguments
        )
        return found.wrapper

    def Variable(self, initial_value: Any, **arguments: Any) -> Any:
        thunk = None
        if callable(initial_value):

            def thunk() -> Tensor:
                return self.callbacks.convert(initial_value(), None, "initial_value")

        new = NewVariable(thunk, None if thunk else initial_value, **arguments)
        return self.guard(self.state.new_variable, new, self.callbacks).wrapper

    def no_op(self, name: str) -> Named:
        return Named(self.guard(self.state.new_op, "NoOp", name))

    def constant(self, value: Any, name: str = "Const") -> Any:
        tensor = Tensor(
            [len(value)] if isinstance(value, list) else [],
            "float32",
            self.guard(self.state.new_op, "Const", name, direct=True),
        )
        return NamedTensor(*tensor)

    def zeros(self, shape: Any, dtype: Any = "float32") -> Tensor:
        self.state.new_op("Const", "zeros", direct=True)
        return Tensor(shape, dtype)

    def Graph(self) -> Graph:
        return Graph(self, self.state.new_graph())

    def get_default_graph(self) -> Graph:
        handle = self.state.default_graph()
        if handle.wrapper is None:
            Graph(self, handle)
        graph = handle.wrapper
        assert isinstance(graph, Graph)
        return graph

    def enable_resource_variables(self) -> None:
        self.state.set_default_use_resource(True)

    def disable_resource_variables(self) -> None:
        self.state.set_default_use_resource(False)

    def reset_default_graph(self) -> None:
        self.guard(self.state.reset_default_graph)

    def get_collection(self, key: str, scope: str | None = None) -> list[Any]:
        return [
            variable.wrapper for variable in self.state.default_graph().get_collection(key, scope)
        ]

    def global_variables(self, scope: str | None = None) -> list[Any]:
        return self.get_collection("variables", scope)

    def trainable_variables(self) -> list[Any]:
        return self.get_collection("trainable_variables")

    def fixed_size_partitioner(self, shards: int, axis: int = 0) -> Callable[..., list[int]]:
        def partitioner(shape: Any, dtype: Any) -> list[int]:
            return [min(shards, n) if i == axis else 1 for i, n in enumerate(shape)]

        return partitioner


class NamedTensor(Tensor):
    @property
    def name(self) -> str:
        return f"{self.value}:0"


class Graph:
    def __init__(self, tf: Miniature, handle: Any) -> None:
        self.tf, self.handle = tf, handle
        handle.wrapper = self

    @contextmanager
    def as_default(self) -> Iterator[Graph]:
        self.tf.state.push_graph(self.handle)
        try:
            yield self
        finally:
            self.tf.state.pop_graph()

    def get_name_scope(self) -> Any:
        return self.handle.scope_name

    def unique_name(self, name: str, mark_as_used: bool = True) -> str:
        unique = self.handle.unique_name(name, mark_as_used)
        assert isinstance(unique, str)
        return unique
