"""`tf.tpu`: what wraps optimizers and functions, as it runs on a machine that has no TPU.

Not here: what spreads a computation over TPUs (`rewrite`, `shard`), and `tf.contrib.tpu`.
Modelled on python/tpu/{tpu_optimizer,bfloat16,tpu}.py of TensorFlow 1.15.5.
"""

import contextlib

import _scope_lsp

from tensorflow import _dtypes
from tensorflow._casts import cast
from tensorflow._optimizer import Optimizer
from tensorflow._unmodelled import lookup as _lookup
from tensorflow._variable_scope import variable_scope


class CrossShardOptimizer(Optimizer):
    def __init__(
        self, opt, reduction="weighted_mean", name="CrossShardOptimizer", group_assignment=None
    ):
        super().__init__(False, name)
        self._opt = opt

    def compute_gradients(self, loss, var_list=None, **kwargs):
        return self._opt.compute_gradients(loss, var_list=var_list, **kwargs)

    def apply_gradients(self, grads_and_vars, global_step=None, name=None):
        return self._opt.apply_gradients(grads_and_vars, global_step, name)

    def get_slot(self, *args, **kwargs):
        return self._opt.get_slot(*args, **kwargs)

    def get_slot_names(self, *args, **kwargs):
        return self._opt.get_slot_names(*args, **kwargs)

    def variables(self):
        return self._opt.variables()


def _in_float32(getter, *args, **kwargs):
    """The custom getter that keeps a variable of type bfloat16 as float32, and reads it as such."""
    dtype = kwargs["dtype"]
    if _scope_lsp.is_known(dtype) and dtype == _dtypes.bfloat16:
        kwargs["dtype"] = _dtypes.float32
        return cast(getter(*args, **kwargs), _dtypes.bfloat16)
    return getter(*args, **kwargs)


@contextlib.contextmanager
def bfloat16_scope():
    with variable_scope("", custom_getter=_in_float32) as scope:
        yield scope


def outside_compilation(computation, *args, **kwargs):
    return computation(*args, **kwargs)


def __getattr__(name):
    return _lookup("tpu." + name)
