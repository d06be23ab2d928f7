"""`slim.learning`: the loop that trains is not run, what it makes is unknown."""

import _scope_lsp

from tensorflow._train_ops import add_gradients_summaries, clip_gradient_norms, multiply_gradients
from tensorflow._train_ops import create_slim_train_op as create_train_op
from tensorflow._unmodelled import lookup as _lookup


def train(train_op, logdir, *args, **kwargs):
    return _scope_lsp.unknown("the loss after training")


def __getattr__(name):
    return _lookup("contrib.slim.learning." + name)
