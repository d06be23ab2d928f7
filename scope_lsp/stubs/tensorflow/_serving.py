"""`tf.estimator.export`: what a served model receives.

Modelled on tensorflow_estimator/python/estimator/export/export.py, which comes with TensorFlow
1.15.5.
"""

from collections import namedtuple

import _scope_lsp

from tensorflow import _dtypes
from tensorflow._constant_ops import placeholder
from tensorflow._parsing import parse_example
from tensorflow._tensor import is_tensor
from tensorflow._unmodelled import lookup as _lookup


def _named(tensors, name):
    """As export.py (wrap_and_check_input_tensors): what is no dict gets a name of its own."""
    if tensors is None:
        _scope_lsp.fail("%ss must be defined." % name, when="awaited")
    single = _scope_lsp.is_known(tensors) and not isinstance(tensors, dict)
    return {name: tensors} if single else tensors


_RECEIVED = ["features", "receiver_tensors", "receiver_tensors_alternatives"]


class ServingInputReceiver(namedtuple("ServingInputReceiver", _RECEIVED)):
    def __new__(cls, features, receiver_tensors, receiver_tensors_alternatives=None):
        return super().__new__(
            cls,
            _named(features, "feature"),
            _named(receiver_tensors, "receiver_tensor"),
            receiver_tensors_alternatives=receiver_tensors_alternatives,
        )


class TensorServingInputReceiver(namedtuple("TensorServingInputReceiver", _RECEIVED)):
    def __new__(cls, features, receiver_tensors, receiver_tensors_alternatives=None):
        return super().__new__(
            cls,
            features,
            _named(receiver_tensors, "receiver_tensor"),
            receiver_tensors_alternatives=receiver_tensors_alternatives,
        )


def build_parsing_serving_input_receiver_fn(feature_spec, default_batch_size=None):
    def serving_input_receiver_fn():
        serialized = placeholder(_dtypes.string, [default_batch_size], name="input_example_tensor")
        return ServingInputReceiver(
            parse_example(serialized, feature_spec), {"examples": serialized}
        )

    return serving_input_receiver_fn


def _like(tensor, default_batch_size):
    """A placeholder in place of a tensor (_placeholder_from_tensor)."""
    if not is_tensor(tensor):
        return placeholder(_dtypes.float32)
    dims = tensor._dims
    if isinstance(dims, tuple) and _scope_lsp.is_known(len(dims)) and dims:
        dims = (default_batch_size,) + dims[1:]
    return placeholder(tensor.dtype, dims, name=tensor.op.name)


def build_raw_serving_input_receiver_fn(features, default_batch_size=None):
    def serving_input_receiver_fn():
        if not _scope_lsp.is_a(features, dict):
            given = _scope_lsp.unknown("what a model receives")
        else:
            given = {name: _like(tensor, default_batch_size) for name, tensor in features.items()}
        return ServingInputReceiver(given, given)

    return serving_input_receiver_fn


def __getattr__(name):
    return _lookup("estimator.export." + name)
