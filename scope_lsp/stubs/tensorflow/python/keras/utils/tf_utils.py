"""tensorflow.python.keras.utils.tf_utils: branches built where they may be taken, kinds of tensors.

Modelled on keras/utils/tf_utils.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow._tensor import is_tensor_like
from tensorflow.python.eager.context import executing_eagerly
from tensorflow.python.layers.utils import get_reachable_from_inputs
from tensorflow.python.framework.smart_cond import smart_cond as smart_module_cond


def smart_cond(pred, true_fn=None, false_fn=None, name=None):
    return smart_module_cond(pred, true_fn, false_fn, name=name)


def is_symbolic_tensor(tensor):
    if not _scope_lsp.is_known(tensor):
        return _scope_lsp.unknown("whether a value is a tensor of a graph")
    return not executing_eagerly() if is_tensor_like(tensor) else False


def are_all_symbolic_tensors(tensors):
    return all(is_symbolic_tensor(tensor) for tensor in tensors)


def register_symbolic_tensor_type(cls_type):
    pass
