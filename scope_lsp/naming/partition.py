"""Partitioned variables: one name, and several shards determined by the program's partitioner.

Follows ``_get_partitioned_variable`` and ``_call_partitioner`` in variable_scope.py.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from scope_lsp.naming.errors import DTYPE, EXISTS, MISSING, SHAPE, NamingError
from scope_lsp.naming.name import CLOSE, OPEN, UNKNOWN, UnknownType, display
from scope_lsp.naming.reports import Access
from scope_lsp.naming.shape import (
    Shape,
    are_compatible,
    as_shape,
    default_initializer,
    dtype_text,
    is_certainly_undefined,
    is_fully_defined,
    merge,
    shape_text,
)
from scope_lsp.naming.variable import Callbacks, Partition, PartitionedVariable, Variable

if TYPE_CHECKING:
    from scope_lsp.naming.variable_store import Request, VariableStore

MAX_PARTS = 10_000
"""The maximum number of parts created one by one; with more, the number counts as unknown."""

Partitions = tuple[int, ...] | None
"""The number of parts along each axis; None if unknown."""


def get(store: VariableStore, request: Request, callbacks: Callbacks) -> PartitionedVariable:
    """Fetch or create a partitioned variable; raises ``NamingError``."""
    name = display(request.name)
    if request.name in store.variables:
        store.fail(
            NamingError(
                "A partitioner was provided, but an unpartitioned version of the variable was "
                f"found: {name}.  Perhaps a variable of the same name was already created "
                "without partitioning?",
                variable=store.variables[request.name],
            ),
            request,
        )
    shape = as_shape(request.shape)
    kind = None if request.initializer is None else callbacks.kind(request.initializer)
    if kind == "tensor":
        given = callbacks.convert(request.initializer, None, None).shape
        if not are_compatible(shape, as_shape(given)):
            raise NamingError(
                f"Shapes {shape_text(shape)} and {shape_text(as_shape(given))} are not compatible"
            )
        shape = merge(shape, as_shape(given))
    partitions: Partitions = None
    asked = not request.reuse or request.partitioner is not None
    if asked:
        partitions = _call_partitioner(store, request, shape, callbacks)
    found = store.partitioned.get(request.name)
    if found is not None:
        return _fetch(store, request, found, shape, partitions if asked else found.partitions)
    if request.reuse is True:
        store.fail(
            NamingError(
                f"PartitionedVariable {name} does not exist, or was not created with "
                "tf.get_variable(). Did you mean to set reuse=False or reuse=tf.AUTO_REUSE "
                "in VarScope?",
                MISSING,
            ),
            request,
        )
    return _make(store, request, callbacks, shape, partitions, kind)


def no_default_initializer(request: Request) -> NamingError:
    """Return the error for a dtype that has no default initializer."""
    return NamingError(
        f"An initializer for variable {display(request.name)} of "
        f"{dtype_text(request.dtype or '')} is required"
    )


def _call_partitioner(
    store: VariableStore, request: Request, shape: Shape, callbacks: Callbacks
) -> Partitions:
    if isinstance(request.partitioner, UnknownType) or isinstance(request.shape, UnknownType):
        return None
    if is_certainly_undefined(shape):
        error = NamingError(
            "Shape of a new partitioned variable must be fully defined, but instead was "
            f"{shape_text(shape)}."
        )
        store.fail(error, request)
        return None
    if not is_fully_defined(shape):
        return None
    if not shape:
        raise NamingError(
            f"A partitioned Variable must have rank at least 1, shape: {shape_text(shape)}"
        )
    slicing = callbacks.partition(request.partitioner, shape, request.dtype)
    if isinstance(slicing, UnknownType):
        return None
    if not isinstance(slicing, list | tuple):
        raise NamingError(f"Partitioner must return a sequence, but saw: {slicing}")
    if len(slicing) != len(shape):
        raise NamingError(
            "Partitioner returned a partition list that does not match the Variable's rank: "
            f"{slicing} vs. {shape_text(shape)}"
        )
    if not all(isinstance(parts, int) for parts in slicing):
        return None
    if any(parts > MAX_PARTS for parts in slicing):
        return None
    if any(parts < 1 for parts in slicing):
        raise NamingError(f"Partitioner returned zero partitions for some axes: {slicing}")
    if sum(parts > 1 for parts in slicing) > 1:
        raise NamingError(
            "Can only slice a variable along one dimension: "
            f"shape: {shape_text(shape)}, partitioning: {slicing}"
        )
    return tuple(slicing)


def _fetch(
    store: VariableStore,
    request: Request,
    found: PartitionedVariable,
    shape: Shape,
    partitions: Partitions,
) -> PartitionedVariable:
    name = display(request.name)
    first = found.shards[0]
    if request.reuse is False:
        store.fail(
            NamingError(
                f"Partitioned variable with name {name} already exists. Did you mean to set "
                "reuse=True or reuse=tf.AUTO_REUSE in VarScope?",
                EXISTS,
                variable=first,
            ),
            request,
        )
    if not are_compatible(shape, found.shape):
        store.fail(
            NamingError(
                f"Trying to reuse partitioned variable {name}, but specified shape "
                f"{shape_text(shape)} and found shape {shape_text(found.shape)}.",
                SHAPE,
                variable=first,
            ),
            request,
        )
    if request.dtype is not None and found.dtype not in (None, request.dtype):
        store.fail(
            NamingError(
                f"Trying to reuse partitioned variable {name}, but specified dtype "
                f"{request.dtype} and found dtype {found.dtype}.",
                DTYPE,
                variable=first,
            ),
            request,
        )
    if partitions is not None and found.partitions not in (None, partitions):
        store.fail(
            NamingError(
                f"Trying to reuse partitioned variable {name}, but specified partitions "
                f"{list(partitions)} and found partitions {list(found.partitions or ())}.",
                SHAPE,
                variable=first,
            ),
            request,
        )
    certain = request.name not in store.partitioned.maybe
    for shard in found.shards:
        store.graph.reports.access(Access(shard, reused=True, certain=certain, site=request.site))
    return found


def _make(
    store: VariableStore,
    request: Request,
    callbacks: Callbacks,
    shape: Shape,
    partitions: Partitions,
    kind: object,
) -> PartitionedVariable:
    if partitions is None or shape is None:
        shards = [_make_unknown_shard(store, request, callbacks)]
    else:
        axis, count = _slice_axis(partitions)
        _check_shards(store, request, count)
        sizes = tuple(size for size in shape if isinstance(size, int))
        shards = [
            _make_shard(store, request, callbacks, kind, sizes, index, offset, part)
            for index, (offset, part) in enumerate(_slices(sizes, count, axis))
        ]
    graph = store.graph
    dtype = shards[0].dtype if kind in ("tensor",) else request.dtype
    variable = PartitionedVariable(graph, request.name, shape, dtype, tuple(shards), partitions)
    graph.journal.put(store.partitioned, request.name, variable)
    callbacks.made(variable)
    return variable


def _make_unknown_shard(store: VariableStore, request: Request, callbacks: Callbacks) -> Variable:
    """Create one shard that stands for all, when their number is unknown."""
    name = f"{request.name}/part_{OPEN}n{CLOSE}"
    shard = replace(request, name=name, shape=UNKNOWN, partitioner=None, initializer=UNKNOWN)
    return store.get_single(shard, callbacks)


def _slice_axis(partitions: tuple[int, ...]) -> tuple[int, int]:
    for axis, count in enumerate(partitions):
        if count > 1:
            return axis, count
    return 0, 1


def _slices(
    shape: tuple[int, ...], count: int, axis: int
) -> Iterator[tuple[tuple[int, ...], tuple[int, ...]]]:
    """Offset and shape of each part (``_iter_slices``); the first ones take the remainder."""
    least, over = divmod(shape[axis], count)
    start = 0
    for index in range(count):
        size = least + (index < over)
        offset = tuple(start if i == axis else 0 for i in range(len(shape)))
        yield offset, tuple(size if i == axis else n for i, n in enumerate(shape))
        start += size


def _check_shards(store: VariableStore, request: Request, count: int) -> None:
    """Raise if shards of another partitioning exist."""
    name, variables = request.name, store.variables
    if f"{name}/part_0" not in variables:
        return
    shown = display(name)
    found = f"shard {shown}/part_0 was found, but "
    if f"{name}/part_{count - 1}" not in variables:
        found += f"{shown}/part_{count - 1} was not."
    elif f"{name}/part_{count}" in variables:
        found += f"so was the extra shard {shown}/part_{count}."
    else:
        return
    store.fail(
        NamingError(
            "Partitioner returned a different partitioning than what was already found.  "
            f"Partitioner returned {count} shards, and {found}"
        ),
        request,
    )


def _make_shard(
    store: VariableStore,
    request: Request,
    callbacks: Callbacks,
    kind: object,
    shape: tuple[int, ...],
    index: int,
    offset: tuple[int, ...],
    part: Sequence[int],
) -> Variable:
    graph = store.graph
    name = f"{request.name}/part_{index}"
    for start, size in zip(offset, shape, strict=True):
        if start >= size:
            raise NamingError(
                f"Expected 0 <= offset < shape but found offset={start}, shape={size} "
                f"for var_offset={list(offset)}, full_shape={list(shape)}"
            )
    shard = replace(request, name=name, shape=tuple(part), partitioner=None)
    scope = graph.enter_name_scope(f"{name}/PartitionedInitializer")
    try:
        if kind is None and default_initializer(request.dtype) is None:
            raise no_default_initializer(request)
        if kind in ("tensor", "value"):
            whole = request.initializer
            if kind == "value":
                whole = callbacks.convert(whole, request.dtype, None).value
            cut = callbacks.slice(whole, offset, part)
            shard = replace(shard, initializer=cut.value, shape=None)
            if kind == "tensor":
                shard = replace(shard, dtype=cut.dtype)
    finally:
        graph.exit_name_scope(scope)
    scope = graph.enter_name_scope(None)
    try:
        variable = store.get_single(replace(shard, shard=(shape, offset)), callbacks)
    finally:
        graph.exit_name_scope(scope)
    graph.journal.assign(variable, Variable.partition, Partition(request.name, shape, offset))
    return variable
