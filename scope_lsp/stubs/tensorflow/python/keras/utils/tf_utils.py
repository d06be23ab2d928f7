"""tensorflow.python.keras.utils.tf_utils: branches that are only built where they may be taken.

Modelled on keras/utils/tf_utils.py of TensorFlow 1.15.5.
"""

from tensorflow.python.framework.smart_cond import smart_cond as smart_module_cond


def smart_cond(pred, true_fn=None, false_fn=None, name=None):
    return smart_module_cond(pred, true_fn, false_fn, name)
