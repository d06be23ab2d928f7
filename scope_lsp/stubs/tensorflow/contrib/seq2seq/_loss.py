"""The weighted loss of a batch of sequences.

Modelled on contrib/seq2seq/python/ops/loss.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow._array_ops import reshape
from tensorflow._nn_losses import sparse_softmax_cross_entropy_with_logits
from tensorflow._rnn_cells import run_ops
from tensorflow._shape import UNSURE
from tensorflow._tensor import base_dtype, convert, create, scope


def sequence_loss(
    logits,
    targets,
    weights,
    average_across_timesteps=True,
    average_across_batch=True,
    sum_over_timesteps=False,
    sum_over_batch=False,
    softmax_loss_function=None,
    name=None,
):
    x, labels, w = convert(logits), convert(targets), convert(weights)
    for tensor, rank, what in (
        (x, 3, "Logits must be a [batch_size x sequence_length x logits] tensor"),
        (labels, 2, "Targets must be a [batch_size x sequence_length] tensor"),
        (w, 2, "Weights must be a [batch_size x sequence_length] tensor"),
    ):
        if isinstance(tensor._dims, tuple) and len(tensor._dims) != rank:
            raise ValueError(what)
    with scope(name, "sequence_loss"):
        dims = x._dims
        flat = create(
            "Reshape",
            "Reshape",
            (None, dims[2]) if isinstance(dims, tuple) else dims,
            dtype=base_dtype(x),
            inputs=(x,),
        )
        labels = reshape(labels, [-1])
        if softmax_loss_function is None:
            losses = sparse_softmax_cross_entropy_with_logits(labels=labels, logits=flat)
        else:
            losses = softmax_loss_function(labels=labels, logits=flat)
        run_ops("mul Sum Sum_1")
        flags = (average_across_timesteps, average_across_batch, sum_over_timesteps, sum_over_batch)
        return create(
            "DivNoNan",
            "div_no_nan",
            _result_dims(x._dims, flags),
            dtype=base_dtype(x),
            inputs=(losses, w),
        )


def _result_dims(dims, flags):
    for flag in flags:
        if not _scope_lsp.is_known(flag):
            return UNSURE
    if not isinstance(dims, tuple):
        return UNSURE
    over_time, over_batch = flags[0] or flags[2], flags[1] or flags[3]
    if flags[0] and flags[1] or flags[2] and flags[3]:
        return ()
    if over_time and over_batch:
        # Averaged over the one and summed over the other: TensorFlow takes one of them.
        return (dims[1],) if flags[1] else (dims[0],)
    if over_batch:
        return (dims[1],)
    return (dims[0],) if over_time else dims[:2]


class SequenceLoss:
    """The same as an object, which sums if nothing else is said."""

    def __init__(
        self,
        average_across_timesteps=False,
        average_across_batch=False,
        sum_over_timesteps=True,
        sum_over_batch=True,
        softmax_loss_function=None,
        name=None,
    ):
        self.average_across_timesteps = average_across_timesteps
        self.average_across_batch = average_across_batch
        self.sum_over_timesteps = sum_over_timesteps
        self.sum_over_batch = sum_over_batch
        self.softmax_loss_function = softmax_loss_function
        self.name = name

    def __call__(self, y_true, y_pred, sample_weight=None):
        return sequence_loss(
            y_pred,
            y_true,
            sample_weight,
            average_across_timesteps=self.average_across_timesteps,
            average_across_batch=self.average_across_batch,
            sum_over_timesteps=self.sum_over_timesteps,
            sum_over_batch=self.sum_over_batch,
            softmax_loss_function=self.softmax_loss_function,
            name=self.name,
        )
