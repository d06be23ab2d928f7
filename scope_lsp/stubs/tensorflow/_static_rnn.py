"""The loops that write a cell out for each step of a sequence.

Modelled on ops/rnn.py (static_rnn and its like) of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow._array_joins import concat, stack, unstack
from tensorflow._array_layout import reverse_sequence
from tensorflow._array_ops import identity
from tensorflow._array_ops import shape as shape_of
from tensorflow._nested_structures import flatten, map_structure
from tensorflow._rnn import _listed, initial_state_of, named
from tensorflow._rnn_cells import assert_like_rnncell, is_sequence, run_ops
from tensorflow._rnn_wrappers import map_both
from tensorflow._shape import UNSURE, is_int
from tensorflow._tensor import (
    base_dtype,
    convert,
    create,
    is_tensor,
    scope,
)
from tensorflow._variable_scope import variable_scope


def static_rnn(cell, inputs, initial_state=None, dtype=None, sequence_length=None, scope=None):
    assert_like_rnncell("cell", cell)
    known = _scope_lsp.is_known(inputs)
    if known and not is_sequence(inputs):
        raise TypeError("inputs must be a sequence")
    if known and len(inputs) == 0:
        raise ValueError("inputs must not be empty")
    with variable_scope(named(scope, "rnn")) as varscope:
        first = convert(flatten(inputs)[0] if known else inputs[0])
        dims = first._dims
        _check_static(inputs if known else [])
        batch_size = (
            dims[0]
            if isinstance(dims, tuple) and dims and is_int(dims[0]) and dims[0]
            else shape_of(first)[0]
        )
        state = initial_state_of(
            cell,
            initial_state,
            batch_size,
            dtype=dtype,
            message="If no initial_state is provided, dtype must be specified",
        )
        conditional = sequence_length is not None
        if conditional:
            dims = convert(sequence_length, None, "sequence_length")._dims
            if isinstance(dims, tuple) and len(dims) != 1:
                raise ValueError("sequence_length must be a vector of length batch_size")
            run_ops("zeros Min Max")
        state, listed = _listed(cell, state)
        if not known:
            _, state = _step(cell, inputs[0], state, conditional=conditional)
            return _scope_lsp.unknown("the outputs for an unknown number of inputs"), state
        outputs = []
        for step in inputs:
            if outputs:
                varscope.reuse_variables()
            output, state = _step(cell, step, state, conditional=conditional)
            outputs.append(output)
        return outputs, state[0] if listed else state


def _check_static(inputs):
    for x in flatten(inputs):
        dims = x._dims if is_tensor(x) else UNSURE
        if isinstance(dims, tuple) and len(dims) > 1:
            for i, dim in enumerate(dims[1:]):
                if dim is None:
                    raise ValueError(
                        "Input size (dimension %d of inputs) must be accessible via shape "
                        "inference, but saw value None." % i
                    )


def _step(cell, inputs, state, conditional):
    if not conditional:
        return cell(inputs, state)
    with scope("cond"):
        output, new_state = cell(inputs, state)
        return map_structure(_merged, output), map_structure(_merged, new_state)


def _merged(value):
    x = convert(value)
    return create("Merge", None, x._dims, dtype=base_dtype(x), inputs=(x,))


def _reverse_list(sequence, lengths):
    if not _scope_lsp.is_known(sequence):
        return sequence
    if lengths is None:
        return list(reversed(sequence))
    for x in flatten(sequence):
        if not is_tensor(x):
            return list(reversed(sequence))
    if is_sequence(sequence[0]):
        return list(reversed(sequence))
    joined = stack(sequence)
    result = reverse_sequence(joined, lengths, 0, batch_axis=1)
    result._dims = joined._dims
    return unstack(result)


def static_bidirectional_rnn(
    cell_fw,
    cell_bw,
    inputs,
    initial_state_fw=None,
    initial_state_bw=None,
    dtype=None,
    sequence_length=None,
    scope=None,
):
    assert_like_rnncell("cell_fw", cell_fw)
    assert_like_rnncell("cell_bw", cell_bw)
    known = _scope_lsp.is_known(inputs)
    if known and not is_sequence(inputs):
        raise TypeError("inputs must be a sequence")
    if known and len(inputs) == 0:
        raise ValueError("inputs must not be empty")
    with variable_scope(named(scope, "bidirectional_rnn")):
        with variable_scope("fw") as fw_scope:
            output_fw, state_fw = static_rnn(
                cell_fw,
                inputs,
                initial_state_fw,
                dtype=dtype,
                sequence_length=sequence_length,
                scope=fw_scope,
            )
        with variable_scope("bw") as bw_scope:
            output, state_bw = static_rnn(
                cell_bw,
                _reverse_list(inputs, sequence_length),
                initial_state_bw,
                dtype=dtype,
                sequence_length=sequence_length,
                scope=bw_scope,
            )
    output_bw = _reverse_list(output, sequence_length)
    if not known:
        return _scope_lsp.unknown("the outputs for an unknown number of inputs"), state_fw, state_bw
    return [_side_by_side(x, y) for x, y in zip(output_fw, output_bw)], state_fw, state_bw


def _side_by_side(x, y):
    return map_both(lambda fw, bw: concat([fw, bw], 1), x, y)


def static_state_saving_rnn(
    cell, inputs, state_saver, state_name, sequence_length=None, scope=None
):
    initial = map_structure(lambda name: state_saver.state(name), state_name)
    outputs, state = static_rnn(
        cell, inputs, initial_state=initial, sequence_length=sequence_length, scope=scope
    )
    for name, part in zip(flatten(state_name), flatten(state)):
        state_saver.save_state(name, part)
    if _scope_lsp.is_known(outputs):
        outputs[-1] = map_structure(identity, outputs[-1])
    return outputs, map_structure(identity, state)
