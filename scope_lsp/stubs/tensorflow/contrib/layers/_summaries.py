"""`tf.contrib.layers`: summaries of activations, weights and all that is in a collection.

Modelled on contrib/layers/python/layers/summaries.py of TensorFlow 1.15.5.
"""

import functools
import re

import _scope_lsp

from tensorflow import _dtypes
from tensorflow import summary as _summary
from tensorflow._casts import cast
from tensorflow._graph import GraphKeys, get_collection
from tensorflow._math_ops import greater, less
from tensorflow._reductions import reduce_mean


def _add_scalar_summary(tensor, tag=None):
    return _summary.scalar(tag or "%s_summary" % tensor.op.name, tensor)


def _add_histogram_summary(tensor, tag=None):
    return _summary.histogram(tag or "%s_summary" % tensor.op.name, tensor)


def _share(compare, tensor, bound):
    """The part of the values that a comparison with a bound holds for."""
    return reduce_mean(
        cast(compare(tensor, cast(bound, tensor.dtype)), _dtypes.float32, name="ToFloat")
    )


def summarize_activation(op):
    made_by = op.op
    if made_by.type in ("Relu", "Softplus", "Relu6"):
        _add_scalar_summary(_share(less, made_by.inputs[0], 0.0), "%s/zeros" % made_by.name)
    if made_by.type == "Relu6":
        _add_scalar_summary(_share(greater, made_by.inputs[0], 6.0), "%s/sixes" % made_by.name)
    return _add_histogram_summary(op, "%s/activation" % made_by.name)


def summarize_tensor(tensor, tag=None):
    if not _scope_lsp.is_known(tensor.dtype):
        return _scope_lsp.unknown("the summary of a tensor of any type")
    if tensor.dtype.base_dtype in (_dtypes.string, _dtypes.bool):
        return None
    if tensor.get_shape().ndims == 0:
        return _add_scalar_summary(tensor, tag)
    return _add_histogram_summary(tensor, tag)


def summarize_tensors(tensors, summarizer=summarize_tensor):
    return [summarizer(tensor) for tensor in tensors]


def summarize_collection(collection, name_filter=None, summarizer=summarize_tensor):
    tensors = []
    for op in get_collection(collection):
        if name_filter is None or re.match(name_filter, op.op.name):
            tensors.append(op)
    return summarize_tensors(tensors, summarizer)


summarize_variables = functools.partial(summarize_collection, GraphKeys.GLOBAL_VARIABLES)
summarize_weights = functools.partial(summarize_collection, GraphKeys.WEIGHTS)
summarize_biases = functools.partial(summarize_collection, GraphKeys.BIASES)


def summarize_activations(name_filter=None, summarizer=summarize_activation):
    return summarize_collection(GraphKeys.ACTIVATIONS, name_filter, summarizer)
