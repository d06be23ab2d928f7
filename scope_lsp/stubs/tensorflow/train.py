"""`tf.train`: what models ask of it while they are built.

Not here: the optimizers (`_optimizers`), moving averages, sessions and savers (`_training`).
"""

import _scope_lsp

from tensorflow._global_step import assert_global_step, create_global_step, get_global_step, get_or_create_global_step, global_step
from tensorflow._optimizer import Optimizer
from tensorflow._optimizers import (
    AdadeltaOptimizer,
    AdagradDAOptimizer,
    AdagradOptimizer,
    AdamOptimizer,
    FtrlOptimizer,
    GradientDescentOptimizer,
    MomentumOptimizer,
    ProximalAdagradOptimizer,
    ProximalGradientDescentOptimizer,
    RMSPropOptimizer,
)
from tensorflow._unmodelled import lookup


def latest_checkpoint(checkpoint_dir, latest_filename=None):
    return _scope_lsp.unknown("a checkpoint on the disk")


checkpoint_exists = get_checkpoint_state = list_variables = load_variable = load_checkpoint = latest_checkpoint


def start_queue_runners(sess=None, coord=None, daemon=True, start=True, collection="queue_runners"):
    return []


def __getattr__(name):
    return lookup("train." + name)
