"""tensorflow.python.keras.utils.tf_utils: branches built where they may be taken, kinds of tensors.

Modelled on keras/utils/tf_utils.py of TensorFlow 1.15.5.
"""

from tensorflow.python.layers.utils import get_reachable_from_inputs
from tensorflow.python.framework.smart_cond import smart_cond as smart_module_cond


def smart_cond(pred, true_fn=None, false_fn=None, name=None):
    return smart_module_cond(pred, true_fn, false_fn, name=name)


def register_symbolic_tensor_type(cls_type):
    pass
