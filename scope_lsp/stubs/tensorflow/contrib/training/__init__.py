"""`tf.contrib.training`."""

from tensorflow.contrib.training._hparam import HParams, parse_values
from tensorflow._evaluation import (
    evaluate_once,
    evaluate_repeatedly,
    get_or_create_eval_step,
)
from tensorflow._input_queues import bucket, bucket_by_sequence_length
from tensorflow._train_functions import (
    add_gradients_summaries,
    clip_gradient_norms,
    clip_gradient_norms_fn,
    create_train_op,
    multiply_gradients,
)
from tensorflow._unmodelled import lookup as _lookup


def __getattr__(name):
    return _lookup("contrib.training." + name)
