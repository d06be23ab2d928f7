"""How a variable is created: its ops, its collections, and what TensorFlow refuses.

Follows ``_init_from_args`` of ``RefVariable`` (variables.py) and of ``ResourceVariable``
(resource_variable_ops.py).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from scope_lsp.naming.collection import GLOBAL_VARIABLES, TRAINABLE_VARIABLES
from scope_lsp.naming.doubt import doubt_name
from scope_lsp.naming.errors import NamingError
from scope_lsp.naming.name import UNKNOWN, UnknownType, as_name, display, is_open
from scope_lsp.naming.reports import Access
from scope_lsp.naming.shape import (
    Shape,
    are_compatible,
    as_shape,
    is_certainly_undefined,
    shape_text,
)
from scope_lsp.naming.variable import Callbacks, NewVariable, Tensor, Variable

if TYPE_CHECKING:
    from scope_lsp.naming.graph import Graph


def create(graph: Graph, callbacks: Callbacks, new: NewVariable) -> Variable:
    """Make a variable in the current name scope.

    Follows ``RefVariable._init_from_args`` and ``ResourceVariable._init_from_args``.  Raises
    ``NamingError`` for wrong collections and names.
    """
    if graph.outer is not None:
        return _lift(graph, graph.outer, callbacks, new)
    collections = _collections(new)
    resource = new.use_resource is True or graph.eager is True
    asked = "Variable" if new.name is None else as_name(new.name)
    full_name = _full_name(graph, asked)
    certain = graph.is_name_certain(asked)
    if is_open(asked):
        doubt_name(graph, "Variable")
    scope = graph.enter_name_scope(asked, new.site)
    control_flow = graph.control_flow
    if control_flow is not None:
        # Variables are made outside of loops and conditionals: see ``init_scope``.
        graph.set_control_flow(None)
    try:
        variable = Variable(graph, scope.name[:-1] if scope.name else "", full_name, resource)
        graph.journal.born(variable)
        variable.parts = graph.name_parts
        variable.is_name_certain = certain
        variable.site = new.site
        variable.slot = new.slot
        variable.trainable = _as_bool(new.trainable)
        known = not isinstance(new.collections, UnknownType)
        variable.is_saved = GLOBAL_VARIABLES in collections if known else None
        make = _make_resource if resource else _make_ref
        make(graph, callbacks, new, variable, scope.name)
        graph.journal.append(graph.variables, variable)
        for key in collections:
            open_key = key == TRAINABLE_VARIABLES and variable.trainable is None
            graph.add_to_collection(key, variable, maybe=open_key or not known)
        if not known:
            graph.add_to_collection(UNKNOWN, variable, maybe=True)
        if new.wrapper is None:
            callbacks.made(variable)
        else:
            graph.journal.assign(variable, Variable.wrapper, new.wrapper)
    finally:
        if control_flow is not None:
            graph.set_control_flow(control_flow)
        graph.exit_name_scope(scope)
    return variable


def stand_in(graph: Graph, value: object) -> Variable:
    """Return a variable for an object of the caller about which nothing is known."""
    variable = Variable(graph, as_name(UNKNOWN), "", resource=False)
    variable.wrapper = value
    graph.journal.born(variable)
    return variable


def _lift(inner: Graph, outer: Graph, callbacks: Callbacks, new: NewVariable) -> Variable:
    """Create a variable of a function in the outer graph (``init_scope`` in framework/ops.py).

    It is created in the scope of the function's own graph, whatever scope the function was called
    in.
    """
    scope = outer.enter_name_scope(f"{inner.scope_name}/" if inner.scope_name else None)
    traced = replace(new, is_traced=new.is_traced or inner.is_traced)
    try:
        return create(outer, callbacks, traced)
    finally:
        outer.exit_name_scope(scope)


def _full_name(graph: Graph, asked: str) -> str:
    if asked.endswith("/"):
        return asked[:-1]
    return f"{graph.scope_name}/{asked}" if graph.scope_name else asked


def _as_bool(trainable: object) -> bool | None:
    if trainable is None:
        return True
    return None if isinstance(trainable, UnknownType) else bool(trainable)


def _collections(new: NewVariable) -> list[object]:
    """The keys of the collections that it is added to.

    ``UninitializedVariable`` (resource_variable_ops.py), which a ``tf.function`` makes, takes none.
    """
    if new.is_traced:
        return [GLOBAL_VARIABLES]
    collections = new.collections
    if collections is None or isinstance(collections, UnknownType):
        keys: list[object] = [GLOBAL_VARIABLES]
    elif isinstance(collections, list | tuple | set | frozenset):
        keys = list(dict.fromkeys(collections))
    else:
        raise NamingError(
            "collections argument to Variable constructor must be a list, tuple, or set. "
            f"Got {collections} of type {type(collections)}"
        )
    if _as_bool(new.trainable) is not False and TRAINABLE_VARIABLES not in keys:
        keys.append(TRAINABLE_VARIABLES)
    return keys


def initial_value(graph: Graph, callbacks: Callbacks, new: NewVariable) -> Tensor:
    """Create the initial value of a variable, in the current name scope."""
    if new.initial is not None:
        return new.initial()
    if new.initializer_ops:
        for op in new.initializer_ops:
            graph.new_op(op, op)
        return Tensor(new.initializer_shape, new.dtype)
    return callbacks.convert(new.value, new.dtype, "initial_value")


def _initializer(graph: Graph, callbacks: Callbacks, new: NewVariable) -> Tensor:
    """Create the initial value inside its scope, in which no device is chosen."""
    inner = graph.enter_name_scope("Initializer")
    try:
        with _without_devices(graph):
            return initial_value(graph, callbacks, new)
    finally:
        graph.exit_name_scope(inner)


@contextmanager
def _without_devices(graph: Graph) -> Iterator[None]:
    """Create ops that no device function of the program sees."""
    devices = graph.devices
    if devices:
        graph.set_devices(())
    try:
        yield
    finally:
        if devices:
            graph.set_devices(devices)


def _make_ref(
    graph: Graph, callbacks: Callbacks, new: NewVariable, variable: Variable, name: str
) -> None:
    if new.initial is not None or new.initializer_ops:
        tensor = _initializer(graph, callbacks, new)
    else:
        tensor = initial_value(graph, callbacks, new)
        _check_control_flow(graph, tensor, name)
    graph.new_op("VariableV2", name)
    validated = new.validate_shape is True
    _describe(variable, new, tensor, None if new.shape is not None or validated else UNKNOWN)
    if validated and is_certainly_undefined(tensor.shape):
        _fail(
            graph,
            f"initial_value must have a shape specified: {tensor.text}",
            isinstance(tensor.text, str),
            lambda: _handle(graph, callbacks, new, variable),
        )
    if validated and _contradicts(new, tensor):
        _fail(
            graph,
            _assign_refusal(graph, variable.shape, as_shape(tensor.shape)),
            definite=True,
            made=lambda: _handle(graph, callbacks, new, variable),
        )
    with _without_devices(graph):  # as all that is colocated with something
        graph.new_op("Assign")
        graph.new_op("Identity", "read")


def _make_resource(
    graph: Graph, callbacks: Callbacks, new: NewVariable, variable: Variable, name: str
) -> None:
    tensor = _initializer(graph, callbacks, new)
    if _contradicts(new, tensor):
        _fail(
            graph,
            f"The initial value's shape ({shape_text(as_shape(tensor.shape))}) is not compatible "
            f"with the explicitly supplied `shape` argument ({_listed(as_shape(new.shape))}).",
            definite=True,
        )
    graph.new_op("VarHandleOp", name)
    _describe(variable, new, tensor)
    _check_control_flow(graph, tensor, name, lambda: _handle(graph, callbacks, new, variable))
    for scope, op in (
        ("IsInitialized", "VarIsInitializedOp"),
        ("Assign", None),
        ("Read", "ReadVariableOp"),
    ):
        inner = graph.enter_name_scope(scope)
        try:
            if op is None:
                with _without_devices(graph):
                    graph.new_op("AssignVariableOp", inner.name)
            else:
                graph.new_op(op)
        finally:
            graph.exit_name_scope(inner)


def _contradicts(new: NewVariable, tensor: Tensor) -> bool:
    """Whether a variable's shape was given, and its initial value has another one."""
    return new.shape is not None and not are_compatible(as_shape(new.shape), as_shape(tensor.shape))


def _listed(shape: Shape) -> str:
    """Spell a shape of known rank as a list, in which an open dimension is ``?``."""
    return "[" + ",".join(str(size) if isinstance(size, int) else "?" for size in shape or ()) + "]"


def _assign_refusal(graph: Graph, one: Shape, other: Shape) -> str:
    """The message of an ``Assign`` of a value of another shape (common_shape_fns.cc, Merge)."""
    one, other = one or (), other or ()
    if len(one) != len(other):
        fault = f"Shapes must be equal rank, but are {len(one)} and {len(other)}"
    else:
        pairs = list(zip(one, other, strict=True))
        at = next(i for i, (a, b) in enumerate(pairs) if not are_compatible((a,), (b,)))
        fault = (
            f"Dimension {at} in both shapes must be equal, but are {one[at]} and {other[at]}. "
            f"Shapes are {_listed(one)} and {_listed(other)}."
        )
    op = graph.unique_name("Assign", mark_as_used=False)
    return f"{fault} for '{op}' (op: 'Assign') with input shapes: {_listed(one)}, {_listed(other)}."


def _describe(
    variable: Variable, new: NewVariable, tensor: Tensor, shape: UnknownType | None = None
) -> None:
    """Record the initial value of a variable.  ``shape`` replaces one that is left open."""
    given = tensor.shape if new.shape is None else new.shape
    variable.shape = as_shape(given if shape is None else shape)
    variable.dtype = tensor.dtype
    variable.initial_value = tensor.value


def _handle(graph: Graph, callbacks: Callbacks, new: NewVariable, variable: Variable) -> Variable:
    """Return the variable that TensorFlow refuses after creating its op; its name is then taken."""
    if new.wrapper is None:
        callbacks.made(variable)
    else:
        graph.journal.assign(variable, Variable.wrapper, new.wrapper)
    return variable


def _check_control_flow(
    graph: Graph, tensor: Tensor, name: str, made: Callable[[], Variable] | None = None
) -> None:
    """Refuse an initial value that was created in a loop or a conditional."""
    controlled = graph.controlled
    if tensor.op not in controlled or graph.eager is True:
        return
    _fail(
        graph,
        f"Initializer for variable {display(name)} is from inside a control-flow construct, such "
        "as a loop or conditional. When creating a variable inside a loop or conditional, use a "
        "lambda as the initializer.",
        tensor.op not in controlled.maybe,
        made,
    )


def _fail(
    graph: Graph, message: str, definite: bool, made: Callable[[], Variable] | None = None
) -> None:
    """Raise an error if it is certain, otherwise report it and continue."""
    error = NamingError(message, definite=definite and not graph.is_doubtful)
    if not error.definite:
        graph.reports.error(error, graph.scope.sharing)
        return
    if made is not None:
        error.made = made()
        graph.reports.access(Access(error.made, reused=False, certain=True, site=error.made.site))
    raise error
