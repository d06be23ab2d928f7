"""Losses over lists of logits, and one model for several lengths.

Modelled on contrib/legacy_seq2seq/python/ops/seq2seq.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow._casts import cast
from tensorflow._array_ops import reshape
from tensorflow._array_ops import shape as shape_of
from tensorflow._math_ops import add_n
from tensorflow._nn_losses import sparse_softmax_cross_entropy_with_logits
from tensorflow._reductions import reduce_sum
from tensorflow._tensor import scope as name_scope
from tensorflow._variable_scope import get_variable_scope, variable_scope


def sequence_loss_by_example(
    logits, targets, weights, average_across_timesteps=True, softmax_loss_function=None, name=None
):
    if (
        _scope_lsp.is_known(logits)
        and _scope_lsp.is_known(targets)
        and _scope_lsp.is_known(weights)
        and (len(targets) != len(logits) or len(weights) != len(logits))
    ):
        raise ValueError(
            "Lengths of logits, weights, and targets must be the same %d, %d, %d."
            % (len(logits), len(weights), len(targets))
        )
    with name_scope(name, "sequence_loss_by_example"):
        losses = []
        for logit, target, weight in zip(logits, targets, weights):
            if softmax_loss_function is None:
                loss = sparse_softmax_cross_entropy_with_logits(
                    labels=reshape(target, [-1]), logits=logit
                )
            else:
                loss = softmax_loss_function(labels=target, logits=logit)
            losses.append(loss * weight)
        result = add_n(losses)
        if average_across_timesteps:
            result = result / (add_n(weights) + 1e-12)
    return result


def sequence_loss(
    logits,
    targets,
    weights,
    average_across_timesteps=True,
    average_across_batch=True,
    softmax_loss_function=None,
    name=None,
):
    with name_scope(name, "sequence_loss"):
        cost = reduce_sum(
            sequence_loss_by_example(
                logits,
                targets,
                weights,
                average_across_timesteps=average_across_timesteps,
                softmax_loss_function=softmax_loss_function,
            )
        )
        if average_across_batch:
            return cost / cast(shape_of(targets[0])[0], cost.dtype)
        return cost


def model_with_buckets(
    encoder_inputs,
    decoder_inputs,
    targets,
    weights,
    buckets,
    seq2seq,
    softmax_loss_function=None,
    per_example_loss=False,
    name=None,
):
    if len(encoder_inputs) < buckets[-1][0]:
        raise ValueError(
            "Length of encoder_inputs (%d) must be at least that of last bucket (%d)."
            % (len(encoder_inputs), buckets[-1][0])
        )
    if len(targets) < buckets[-1][1]:
        raise ValueError(
            "Length of targets (%d) must be at least that of last bucket (%d)."
            % (len(targets), buckets[-1][1])
        )
    if len(weights) < buckets[-1][1]:
        raise ValueError(
            "Length of weights (%d) must be at least that of last bucket (%d)."
            % (len(weights), buckets[-1][1])
        )
    losses, outputs = [], []
    loss = sequence_loss_by_example if per_example_loss else sequence_loss
    with name_scope(name, "model_with_buckets"):
        for j, bucket in enumerate(buckets):
            with variable_scope(get_variable_scope(), reuse=True if j > 0 else None):
                bucket_outputs, _ = seq2seq(
                    encoder_inputs[: bucket[0]], decoder_inputs[: bucket[1]]
                )
                outputs.append(bucket_outputs)
                losses.append(
                    loss(
                        bucket_outputs,
                        targets[: bucket[1]],
                        weights[: bucket[1]],
                        softmax_loss_function=softmax_loss_function,
                    )
                )
    return outputs, losses
