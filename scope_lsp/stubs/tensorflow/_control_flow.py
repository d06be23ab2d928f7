"""Control flow in the graph: cond, while_loop, case, group and the loops made of them.

Each body is run once, inside the name scope that TensorFlow opens.

Modelled on ops/control_flow_ops.py, ops/map_fn.py, ops/functional_ops.py of
TensorFlow 1.15.5.
"""

import functools

import _scope_lsp

from tensorflow import _dtypes
from tensorflow._maybe_gradients import in_place_of
from tensorflow._nested_structures import flatten, map_structure
from tensorflow._shape import UNSURE, as_dims, is_int, join
from tensorflow._tensor_array import TensorArray, feed_back_array, leave_array, looped
from tensorflow._bodies import V1_CONTROL_FLOW, body_of, control_flow
from tensorflow._tensor import (
    Operation,
    base_dtype,
    constant,
    convert,
    create,
    create_many,
    create_op,
    dtype_of,
    is_tensor,
    is_tensor_like,
    pop,
    push,
    scope,
)
from tensorflow._elementwise import unary


def group(*inputs, **kwargs):
    return create_op("NoOp", "group_deps" if kwargs.get("name") is None else kwargs["name"])


def no_op(name=None):
    return create_op("NoOp", name)


def with_dependencies(dependencies, output_tensor, name=None):
    x = convert(output_tensor)
    return create(
        "Identity",
        "control_dependency" if name is None else name,
        x._dims,
        dtype=base_dtype(x),
        inputs=(x,),
    )


def tuple_(tensors, name=None, control_inputs=None):
    push(name, "tuple")
    group()
    result = []
    for tensor in tensors:
        if tensor is None:
            result.append(None)
        elif is_tensor_like(tensor) or not isinstance(tensor, Operation):
            result.append(in_place_of(tensor, with_dependencies([], tensor)))
        else:
            result.append(group(tensor))
    pop()
    return result


def _merge(true_value, false_value):
    """A tensor that is one or the other."""
    if not _scope_lsp.is_known(true_value) or not _scope_lsp.is_known(false_value):
        return create("Merge", None, UNSURE, dtype=None)
    if (
        isinstance(true_value, (list, tuple))
        and isinstance(false_value, (list, tuple))
        and len(true_value) == len(false_value)
    ):
        merged = [_merge(x, y) for x, y in zip(true_value, false_value)]
        if hasattr(true_value, "_fields"):
            return type(true_value)(*merged)
        return merged if isinstance(true_value, list) else tuple(merged)
    if isinstance(true_value, dict) and isinstance(false_value, dict):
        return {key: _merge(value, false_value.get(key)) for key, value in true_value.items()}
    if (
        true_value is None
        or isinstance(true_value, Operation)
        or isinstance(false_value, Operation)
        or false_value is None
    ):
        return create("Merge", None, (), dtype=_dtypes.bool, inputs=())
    x, y = convert(true_value), convert(false_value)
    return create(
        "Merge", None, join(x._dims, y._dims), dtype=base_dtype(x) or base_dtype(y), inputs=(x, y)
    )


def cond(pred, true_fn=None, false_fn=None, strict=False, name=None, fn1=None, fn2=None):
    true_fn = fn1 if true_fn is None else true_fn
    false_fn = fn2 if false_fn is None else false_fn
    for argument, given in (("true_fn", true_fn), ("false_fn", false_fn)):
        if _scope_lsp.is_known(given) and given is None:
            _scope_lsp.fail("cond(): %s argument required" % argument, exception="TypeError")
            return _scope_lsp.unknown("the result of a call that fails")
    with scope(name, "cond"):
        _scope_lsp.new_op("Switch", None)
        _scope_lsp.new_op("Identity", "switch_t")
        _scope_lsp.new_op("Identity", "switch_f")
        _scope_lsp.new_op("Identity", "pred_id")
        with _Body("cond"):
            true_value = true_fn()
        with _Body("cond"):
            false_value = false_fn()
        return _unpacked(_merge(true_value, false_value), strict)


class _Body:
    """The ops in here belong to a loop or conditional, in the name scope that is open."""

    def __init__(self, kind):
        self._kind = kind

    def __enter__(self):
        self._entered = body_of(self._kind)
        self._entered.__enter__()

    def __exit__(self, *exception):
        self._entered.__exit__()
        return False


def _unpacked(value, strict):
    if (
        not strict
        and _scope_lsp.is_known(value)
        and isinstance(value, (list, tuple))
        and len(value) == 1
    ):
        return value[0]
    return value


def case(pred_fn_pairs, default=None, exclusive=False, strict=False, name="case"):
    pairs = pred_fn_pairs
    if _scope_lsp.is_known(pairs) and isinstance(pairs, dict):
        pairs = sorted(pairs.items(), key=lambda item: item[0].name)
    with scope(name, "case"):
        pairs = list(pairs)
        if default is None:
            default = pairs.pop()[1]
        function = default
        for pair in reversed(pairs):
            function = functools.partial(cond, pair[0], pair[1], function, strict)
        return function()


def while_loop(
    cond,
    body,
    loop_vars,
    shape_invariants=None,
    parallel_iterations=10,
    back_prop=True,
    swap_memory=False,
    name=None,
    maximum_iterations=None,
    return_same_structure=False,
):
    with scope(name, "while"):
        if maximum_iterations is not None:
            convert(maximum_iterations, None, "maximum_iterations")
            constant(0, _dtypes.int32, None, name="iteration_counter")
        if not _scope_lsp.is_known(loop_vars):
            with _Body("while"):
                body(loop_vars)
            return loop_vars
        with _Body("while"):
            entered = map_structure(_enter, list(loop_vars))
            if shape_invariants is not None:
                _relax(entered, shape_invariants)
            cond(*entered)
            _scope_lsp.new_op("LoopCond", "LoopCond")
            result = body(*[map_structure(_inside, value) for value in entered])
        after = result
        if not _scope_lsp.is_known(after):
            after = entered
        elif len(entered) == 1 and not (isinstance(after, (list, tuple)) and len(after) == 1):
            after = [after]
        outputs = map_structure(_exit, list(after) if isinstance(after, (list, tuple)) else [after])
        for output, before in zip(flatten(outputs), flatten(entered)):
            if is_tensor(output) and is_tensor(before):
                output._dims = join(output._dims, before._dims)
                before._inputs = before._inputs + output._inputs
                output._inputs = output._inputs + (before,)
            elif isinstance(output, TensorArray) and isinstance(before, TensorArray):
                feed_back_array(before, output)
                output.flow = leave_array(before, output).flow
        if len(outputs) == 1 and not return_same_structure:
            return outputs[0]
        return (
            type(loop_vars)(*outputs)
            if hasattr(loop_vars, "_fields")
            else (outputs if isinstance(loop_vars, list) else tuple(outputs))
        )


def enable_control_flow_v2():
    V1_CONTROL_FLOW.append(False)


def disable_control_flow_v2():
    V1_CONTROL_FLOW.append(True)


def control_flow_v2_enabled():
    return not V1_CONTROL_FLOW[-1]


def _relax(entered, invariants):
    for value, invariant in zip(flatten(entered), flatten(invariants)):
        if is_tensor(value) and _scope_lsp.is_known(invariant) and invariant is not None:
            value._dims = as_dims(invariant)


def _enter(value):
    if (
        _scope_lsp.is_known(value)
        and not is_tensor_like(value)
        and hasattr(value, "_is_tensor_array")
    ):
        return looped(value)
    x = convert(value)
    _scope_lsp.new_op("Enter", None)
    return create("Merge", None, x._dims, dtype=base_dtype(x), inputs=(x,))


def _inside(value):
    return (
        create("Identity", None, value._dims, dtype=base_dtype(value), inputs=(value,))
        if is_tensor(value)
        else value
    )


def _exit(value):
    if (
        value is None
        or isinstance(value, Operation)
        or _scope_lsp.is_known(value)
        and hasattr(value, "_is_tensor_array")
    ):
        return value
    x = convert(value)
    return create("Exit", None, x._dims, dtype=base_dtype(x), inputs=(x,))


def _element(x):
    """What a loop over the first axis sees of a tensor."""
    x = convert(x, None, "elem")
    dims = x._dims[1:] if isinstance(x._dims, tuple) else x._dims
    return create("TensorArrayReadV3", None, dims, dtype=base_dtype(x), inputs=(x,))


def _length(elems):
    for x in flatten(elems):
        if is_tensor_like(x):
            dims = convert(x)._dims
            return dims[:1] if isinstance(dims, tuple) else (UNSURE if dims == UNSURE else None,)
    return (UNSURE,)


def _stacked(length, value):
    x = convert(value)
    return create(
        "TensorArrayGatherV3",
        "TensorArrayStack/TensorArrayGatherV3",
        length + x._dims if isinstance(x._dims, tuple) else x._dims,
        dtype=base_dtype(x),
        inputs=(x,),
    )


def map_fn(
    fn,
    elems,
    dtype=None,
    parallel_iterations=None,
    back_prop=True,
    swap_memory=False,
    infer_shape=True,
    name=None,
):
    with scope(name, "map"):
        with control_flow("while"):
            value = fn(map_structure(_element, elems))
        length = _length(elems)
        return map_structure(lambda x: _stacked(length, x), value)


def scan(
    fn,
    elems,
    initializer=None,
    parallel_iterations=10,
    back_prop=True,
    swap_memory=False,
    infer_shape=True,
    reverse=False,
    name=None,
):
    with scope(name, "scan"):
        with control_flow("while"):
            start = (
                map_structure(_element, elems)
                if initializer is None
                else map_structure(convert, initializer)
            )
            value = fn(start, map_structure(_element, elems))
        length = _length(elems)
        return map_structure(lambda x: _stacked(length, x), value)


def foldl(
    fn,
    elems,
    initializer=None,
    parallel_iterations=10,
    back_prop=True,
    swap_memory=False,
    name=None,
):
    return _fold("foldl", fn, elems, initializer=initializer, name=name)


def foldr(
    fn,
    elems,
    initializer=None,
    parallel_iterations=10,
    back_prop=True,
    swap_memory=False,
    name=None,
):
    return _fold("foldr", fn, elems, initializer=initializer, name=name)


def _fold(default, fn, elems, initializer, name):
    with scope(name, default):
        with control_flow("while"):
            start = (
                map_structure(_element, elems)
                if initializer is None
                else map_structure(convert, initializer)
            )
            return fn(start, map_structure(_element, elems))


@_scope_lsp.takes(True, "Print")
def print_op(input_, data, message=None, first_n=None, summarize=None, name=None):
    return unary("Print", name, input_, argument="input")


def py_func(func, inp, Tout, stateful=True, name=None):
    types = list(Tout) if isinstance(Tout, (list, tuple)) else [Tout]
    results = create_many(
        "PyFunc", "PyFunc" if name is None else name, [(None, dtype_of(dtype)) for dtype in types]
    )
    return results if isinstance(Tout, (list, tuple)) else results[0]
