"""Stacks of bidirectional layers.

Modelled on contrib/rnn/python/ops/rnn.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow._array_joins import concat
from tensorflow._rnn import bidirectional_dynamic_rnn, named
from tensorflow._static_rnn import static_bidirectional_rnn
from tensorflow._variable_scope import variable_scope


def _check(cells_fw, cells_bw, initial_states_fw, initial_states_bw):
    for cells, way in ((cells_fw, "fw"), (cells_bw, "bw")):
        if _scope_lsp.is_known(cells) and not cells:
            raise ValueError("Must specify at least one %s cell for BidirectionalRNN." % way)
    for cells, way in ((cells_fw, "fw"), (cells_bw, "bw")):
        if _scope_lsp.is_known(cells) and not isinstance(cells, list):
            raise ValueError("cells_%s must be a list of RNNCells (one per layer)." % way)
    if len(cells_fw) != len(cells_bw):
        raise ValueError("Forward and Backward cells must have the same depth.")
    for states, cells, way in (
        (initial_states_fw, cells_fw, "fw"),
        (initial_states_bw, cells_bw, "bw"),
    ):
        if (
            states is not None
            and _scope_lsp.is_known(states)
            and (not isinstance(states, list) or len(states) != len(cells))
        ):
            raise ValueError(
                "initial_states_%s must be a list of state tensors (one per layer)." % way
            )


def stack_bidirectional_rnn(
    cells_fw,
    cells_bw,
    inputs,
    initial_states_fw=None,
    initial_states_bw=None,
    dtype=None,
    sequence_length=None,
    scope=None,
):
    _check(cells_fw, cells_bw, initial_states_fw, initial_states_bw=initial_states_bw)
    states_fw, states_bw = [], []
    layer = inputs
    with variable_scope(named(scope, "stack_bidirectional_rnn")):
        for i, (cell_fw, cell_bw) in enumerate(zip(cells_fw, cells_bw)):
            initial_fw = None if initial_states_fw is None else initial_states_fw[i]
            initial_bw = None if initial_states_bw is None else initial_states_bw[i]
            with variable_scope("cell_%d" % i) as cell_scope:
                layer, state_fw, state_bw = static_bidirectional_rnn(
                    cell_fw,
                    cell_bw,
                    layer,
                    initial_state_fw=initial_fw,
                    initial_state_bw=initial_bw,
                    dtype=dtype,
                    sequence_length=sequence_length,
                    scope=cell_scope,
                )
            states_fw.append(state_fw)
            states_bw.append(state_bw)
    return layer, tuple(states_fw), tuple(states_bw)


def stack_bidirectional_dynamic_rnn(
    cells_fw,
    cells_bw,
    inputs,
    initial_states_fw=None,
    initial_states_bw=None,
    dtype=None,
    sequence_length=None,
    parallel_iterations=None,
    time_major=False,
    scope=None,
    swap_memory=False,
):
    _check(cells_fw, cells_bw, initial_states_fw, initial_states_bw=initial_states_bw)
    states_fw, states_bw = [], []
    layer = inputs
    with variable_scope(named(scope, "stack_bidirectional_rnn")):
        for i, (cell_fw, cell_bw) in enumerate(zip(cells_fw, cells_bw)):
            initial_fw = None if initial_states_fw is None else initial_states_fw[i]
            initial_bw = None if initial_states_bw is None else initial_states_bw[i]
            with variable_scope("cell_%d" % i):
                outputs, (state_fw, state_bw) = bidirectional_dynamic_rnn(
                    cell_fw,
                    cell_bw,
                    layer,
                    sequence_length=sequence_length,
                    initial_state_fw=initial_fw,
                    initial_state_bw=initial_bw,
                    dtype=dtype,
                    time_major=time_major,
                )
                layer = concat(list(outputs), 2)
            states_fw.append(state_fw)
            states_bw.append(state_bw)
    return layer, tuple(states_fw), tuple(states_bw)
