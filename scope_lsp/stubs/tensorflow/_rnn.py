"""The loops that run a cell over a sequence: dynamic_rnn, static_rnn and their kin.

A loop's body is run once, as TensorFlow runs it; an unrolled one as often as it has steps.

Modelled on ops/rnn.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow import _dtypes
from tensorflow._array_layout import reverse, reverse_sequence
from tensorflow._array_ops import identity
from tensorflow._array_ops import shape as shape_of
from tensorflow._casts import cast
from tensorflow._control_flow import while_loop
from tensorflow._nested_structures import flatten, map_structure
from tensorflow._refusals import has_no_rank
from tensorflow._rnn_cells import assert_like_rnncell, is_sequence, run_ops
from tensorflow._rnn_wrappers import map_both
from tensorflow._shape import UNSURE, as_dims, is_int
from tensorflow._bodies import control_flow
from tensorflow._tensor import (
    Operation,
    base_dtype,
    constant,
    convert,
    create,
    dtype_of,
    is_tensor,
    is_tensor_like,
    scope,
)
from tensorflow._tensor_array import TensorArray, feed_back_array, leave_array, looped
from tensorflow._variable_scope import variable_scope
from tensorflow.keras._layer import Layer as KerasLayer


def named(given, default):
    """`scope or "rnn"`, where the scope may be unknown."""
    if not _scope_lsp.is_known(given):
        return given
    return given or default


@_scope_lsp.takes(True, "_transpose_batch_time")
def transpose_batch_time(x):
    """Batch-major to time-major or back (_transpose_batch_time)."""
    x = convert(x)
    dims = x._dims
    if isinstance(dims, tuple) and len(dims) < 2:
        raise ValueError("Expected input tensor %s to have rank at least 2" % x)
    run_ops("Rank range concat")
    if has_no_rank(x):
        raise TypeError("'NoneType' object is not subscriptable")
    if isinstance(dims, tuple):
        dims = (dims[1], dims[0]) + dims[2:]
    return create("Transpose", "transpose", dims, dtype=base_dtype(x), inputs=(x,))


@_scope_lsp.takes(True, "_best_effort_input_batch_size")
def best_effort_input_batch_size(flat_input):
    for x in flat_input:
        dims = x._dims
        if isinstance(dims, tuple) and len(dims) > 1 and is_int(dims[1]):
            return dims[1]
    return shape_of(flat_input[0])[1]


def initial_state_of(cell, initial_state, batch_size, dtype, message):
    if not _scope_lsp.is_known(initial_state) or initial_state is not None:
        return initial_state
    if _scope_lsp.is_known(dtype) and not dtype:
        raise ValueError(message)
    if hasattr(cell, "get_initial_state"):
        return cell.get_initial_state(inputs=None, batch_size=batch_size, dtype=dtype)
    return cell.zero_state(batch_size, dtype)


def dtype_of_state(dtype, state):
    if dtype is not None:
        return dtype_of(dtype)
    for part in flatten(state):
        if is_tensor_like(part):
            return base_dtype(part)
    return None


def _passed(value):
    """Is it carried through a loop as it is."""
    return value is None or isinstance(value, Operation) or hasattr(value, "_is_tensor_array")


def entered(value):
    """What a loop's body sees of a loop variable."""
    if not _scope_lsp.is_known(value) or _passed(value):
        return looped(value) if isinstance(value, TensorArray) else value
    x = convert(value)
    run_ops("Identity")
    return create("Identity", None, x._dims, dtype=base_dtype(x), inputs=(x,))


def left(before, after):
    """What comes out of a loop for a variable that had the one value and got the other."""
    if _scope_lsp.is_known(after) and _passed(after):
        both = isinstance(after, TensorArray) and isinstance(before, TensorArray)
        return leave_array(before, after) if both else after
    x, y = convert(before), convert(after)
    return create(
        "Exit",
        None,
        x._dims if isinstance(x._dims, tuple) and UNSURE not in x._dims else y._dims,
        dtype=base_dtype(x) or base_dtype(y),
        inputs=(x, y),
    )


def feed_back(inside, after):
    """Record that a round sees what the one before it made."""
    if _scope_lsp.is_known(inside) and _scope_lsp.is_known(after):
        for value, made in zip(flatten(inside), flatten(after)):
            if is_tensor(value) and is_tensor(made):
                value._inputs = value._inputs + (made,)
            elif isinstance(value, TensorArray) and isinstance(made, TensorArray):
                feed_back_array(value, made)


def leave(before, after):
    if not _scope_lsp.is_known(before):
        return map_structure(lambda value: left(value, value), after)
    if not _scope_lsp.is_known(after):
        return map_structure(lambda value: left(value, value), before)
    return map_both(left, before, after)


def _check_inputs(flat_input):
    for x in flat_input:
        dims = x._dims
        if has_no_rank(x):
            raise ValueError("as_list() is not defined on an unknown TensorShape.")
        if isinstance(dims, tuple):
            if len(dims) < 3:
                raise ValueError("Shape %s must have rank at least 3" % x.shape)
            if None in dims[2:]:
                raise ValueError(
                    "Input size (depth of inputs) must be accessible via shape inference, but saw "
                    "value None."
                )


def sequence_dims(flat_input):
    """The (time, batch) of time-major inputs."""
    dims = flat_input[0]._dims
    return dims[:2] if isinstance(dims, tuple) and len(dims) > 1 else (UNSURE, UNSURE)


def _lengths(sequence_length):
    lengths = cast(sequence_length, _dtypes.int32)
    dims = convert(lengths)._dims
    if isinstance(dims, tuple) and len(dims) != 1:
        raise ValueError(
            "sequence_length must be a vector of length batch_size, but saw shape: %s"
            % lengths.shape
        )
    return identity(identity(lengths, "sequence_length"), "CheckSeqLen")


def is_keras_cell(cell):
    """Whether a cell is one of Keras's, which takes its state as a list (_is_keras_rnn_cell)."""
    return (
        _scope_lsp.is_a(cell, KerasLayer)
        and not hasattr(cell, "_is_tf_rnn_cell")
        and getattr(cell, "zero_state", None) is None
    )


def _listed(cell, state):
    """A cell's state as it takes it, and whether a list was made of it."""
    made = is_keras_cell(cell) and not is_sequence(state)
    return [state] if made else state, made


def dynamic_rnn(
    cell,
    inputs,
    sequence_length=None,
    initial_state=None,
    dtype=None,
    parallel_iterations=None,
    swap_memory=False,
    time_major=False,
    scope=None,
):
    assert_like_rnncell("cell", cell)
    with variable_scope(named(scope, "rnn")):
        inputs = map_structure(convert, inputs)
        batch_major = not _scope_lsp.is_known(time_major) or not time_major
        if batch_major:
            inputs = map_structure(transpose_batch_time, inputs)
        flat_input = flatten(inputs)
        if sequence_length is not None:
            sequence_length = _lengths(sequence_length)
        if not _scope_lsp.is_known(time_major):
            for x in flat_input:
                x._dims = (UNSURE, UNSURE) + x._dims[2:] if isinstance(x._dims, tuple) else x._dims
        batch_size = best_effort_input_batch_size(flat_input)
        state = initial_state_of(
            cell,
            initial_state,
            batch_size,
            dtype=dtype,
            message="If there is no initial_state, you must give a dtype.",
        )
        outputs, final_state = _loop(
            cell, inputs, flat_input, state=state, sequence_length=sequence_length, dtype=dtype
        )
        if batch_major:
            outputs = map_structure(transpose_batch_time, outputs)
        return outputs, final_state


def _loop(cell, inputs, flat_input, state, sequence_length, dtype):
    _check_inputs(flat_input)
    run_ops("Shape strided_slice zeros time")
    with scope("dynamic_rnn"):
        pass
    with control_flow("while"):
        run_ops("Enter Enter_1")
        inside = seen = map_structure(entered, state)
        if sequence_length is not None:
            run_ops("GreaterEqual Select")
        inside, listed = _listed(cell, inside)
        output, new_state = cell(map_structure(_step_of, inputs), inside)
        new_state = new_state[0] if listed else new_state
        feed_back(seen, new_state)
        run_ops("Exit Exit_1")
        for _ in flatten(cell.output_size):
            run_ops("Exit")
        final_state = leave(state, new_state)
    lead = sequence_dims(flat_input)
    dtype = dtype_of_state(dtype, state)
    return map_structure(
        lambda size: _stacked(lead, size, output, dtype=dtype), cell.output_size
    ), final_state


def _step_of(x):
    dims = x._dims
    return create(
        "TensorArrayReadV3",
        "TensorArrayReadV3",
        dims[1:] if isinstance(dims, tuple) else dims,
        dtype=base_dtype(x),
        inputs=(x,),
    )


def _stacked(lead, size, output, dtype):
    """The outputs of all steps together."""
    dims = as_dims(size)
    if not isinstance(dims, tuple) and is_tensor(output) and isinstance(output._dims, tuple):
        dims = output._dims[1:]
    return create(
        "TensorArrayGatherV3",
        "TensorArrayStack/TensorArrayGatherV3",
        lead + dims if isinstance(dims, tuple) else dims,
        dtype=dtype,
        inputs=flatten(output),
    )


def _reversed(x, lengths, time_axis):
    if lengths is None:
        if not is_int(time_axis):
            return create("ReverseV2", None, x._dims, dtype=base_dtype(x), inputs=(x,))
        return reverse(x, [time_axis])
    result = reverse_sequence(
        input=x, seq_lengths=lengths, seq_axis=time_axis, batch_axis=1 - time_axis
    )
    result._dims = convert(x)._dims
    return result


def bidirectional_dynamic_rnn(
    cell_fw,
    cell_bw,
    inputs,
    sequence_length=None,
    initial_state_fw=None,
    initial_state_bw=None,
    dtype=None,
    parallel_iterations=None,
    swap_memory=False,
    time_major=False,
    scope=None,
):
    assert_like_rnncell("cell_fw", cell_fw)
    assert_like_rnncell("cell_bw", cell_bw)
    time_axis = (0 if time_major else 1) if _scope_lsp.is_known(time_major) else time_major
    with variable_scope(named(scope, "bidirectional_rnn")):
        with variable_scope("fw") as fw_scope:
            output_fw, state_fw = dynamic_rnn(
                cell_fw,
                inputs,
                sequence_length,
                initial_state=initial_state_fw,
                dtype=dtype,
                parallel_iterations=None,
                swap_memory=False,
                time_major=time_major,
                scope=fw_scope,
            )
        with variable_scope("bw") as bw_scope:
            backwards = map_structure(
                lambda x: _reversed(convert(x), sequence_length, time_axis), inputs
            )
            output, state_bw = dynamic_rnn(
                cell_bw,
                backwards,
                sequence_length,
                initial_state=initial_state_bw,
                dtype=dtype,
                parallel_iterations=None,
                swap_memory=False,
                time_major=time_major,
                scope=bw_scope,
            )
    output_bw = map_structure(lambda x: _reversed(x, sequence_length, time_axis), output)
    return (output_fw, output_bw), (state_fw, state_bw)


def raw_rnn(cell, loop_fn, parallel_iterations=None, swap_memory=False, scope=None):
    assert_like_rnncell("cell", cell)
    if _scope_lsp.is_known(loop_fn) and not callable(loop_fn):
        raise TypeError("loop_fn must be a callable")
    with variable_scope(named(scope, "rnn")):
        time = constant(0, _dtypes.int32)
        finished, next_input, state, emit_structure, init_loop_state = loop_fn(
            time, None, None, None
        )
        loop_state = constant(0, _dtypes.int32) if init_loop_state is None else init_loop_state
        state = map_structure(convert, state)
        emit_ta = _emitted(cell, next_input, emit_structure, state=state)

        def condition(unused_time, elements_finished, *others):
            run_ops("All LogicalNot")
            return elements_finished

        def body(time, elements_finished, current_input, emit_ta, state, loop_state):
            next_output, cell_state = cell(current_input, state)
            next_time = time + 1
            next_finished, following, next_state, emit_output, next_loop_state = loop_fn(
                next_time, next_output, cell_state, loop_state
            )
            if emit_output is None:
                emit_output = next_output
            emit_ta = map_both(lambda array, value: array.write(time, value), emit_ta, emit_output)
            return (
                next_time,
                next_finished,
                following,
                emit_ta,
                next_state,
                loop_state if next_loop_state is None else next_loop_state,
            )

        returned = while_loop(
            condition, body, [time, finished, next_input, emit_ta, state, loop_state]
        )
        return returned[3], returned[4], None if init_loop_state is None else returned[5]


def _emitted(cell, next_input, emit_structure, state):
    """The arrays that a raw loop writes its outputs to."""
    first = flatten(next_input)[0]
    dims = convert(first)._dims
    batch = dims[:1] if isinstance(dims, tuple) and dims else (UNSURE,)

    def array(part):
        if emit_structure is not None:
            part = convert(part)
            size, dtype = part._dims, base_dtype(part)
        else:
            size, dtype = as_dims(part), dtype_of_state(None, state)
        return TensorArray(
            dtype, 0, True, element_shape=_array_shape(batch, size), name="rnn_output_0"
        )

    return map_structure(array, cell.output_size if emit_structure is None else emit_structure)


def _array_shape(batch, size):
    if not isinstance(size, tuple) or UNSURE in size or batch[0] == UNSURE:
        return None
    return batch + size
