"""`tf.contrib.crf`: the transitions of a chain, scores and decoding.

Not here: the cells that the recurrence runs, and what NumPy decodes.

Modelled on contrib/crf/python/ops/crf.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow import _dtypes
from tensorflow._array_ops import shape
from tensorflow._control_flow import cond
from tensorflow._get_variable import get_variable
from tensorflow._math_ops import equal
from tensorflow._shape import UNSURE, is_int
from tensorflow._tensor import convert, create
from tensorflow._unmodelled import lookup as _lookup
from tensorflow._variable_scope import variable_scope


def _by_length(potentials, single, several):
    """Sequences of one element take a way of their own, chosen in the graph if need be."""
    length = potentials._dims[1] if isinstance(potentials._dims, tuple) else None
    if is_int(length):
        return single() if length == 1 else several()
    made = []
    cond(equal(shape(potentials)[1], 1), single, lambda: made.append(several()))
    for tensor in made[0] if isinstance(made[0], tuple) else made:
        tensor._dims = UNSURE  # even the rank depends on the length
    return made[0]


def _score(potentials, *parameters):
    batch = potentials._dims[:1] if isinstance(potentials._dims, tuple) else potentials._dims
    return create("Sum", None, batch, dtype=potentials._dtype, inputs=(potentials,) + parameters)


def crf_sequence_score(inputs, tag_indices, sequence_lengths, transition_params):
    inputs = convert(inputs)
    return _by_length(inputs, lambda: _score(inputs), lambda: _score(inputs, transition_params))


def crf_log_norm(inputs, sequence_lengths, transition_params):
    inputs = convert(inputs)

    def several():
        with variable_scope("rnn"):
            return _score(inputs, transition_params)

    return _by_length(inputs, lambda: _score(inputs), several)


def crf_log_likelihood(inputs, tag_indices, sequence_lengths, transition_params=None):
    if transition_params is None:
        tags = inputs.shape[2]
        transition_params = get_variable("transitions", [tags, tags])
    scores = crf_sequence_score(
        inputs, tag_indices, sequence_lengths, transition_params=transition_params
    )
    return scores - crf_log_norm(inputs, sequence_lengths, transition_params), transition_params


def crf_decode(potentials, transition_params, sequence_length):
    potentials = convert(potentials)
    dims = potentials._dims[:2] if isinstance(potentials._dims, tuple) else potentials._dims

    def decoded():
        return create("ReverseSequence", None, dims, dtype=_dtypes.int32, inputs=()), _score(
            potentials, transition_params
        )

    def several():
        for _ in range(2):
            with variable_scope("rnn"):
                pass
        return decoded()

    return _by_length(potentials, decoded, several)


def viterbi_decode(score, transition_params):
    return _scope_lsp.unknown("a sequence of tags"), _scope_lsp.unknown("its score")


def __getattr__(name):
    return _lookup("contrib.crf." + name)
