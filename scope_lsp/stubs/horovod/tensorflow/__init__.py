"""Model of ``horovod.tensorflow``: it makes no variable, and hands on to the optimizer it is given.

Source: horovod/tensorflow/__init__.py and mpi_ops.py of Horovod 0.19.
"""

import _scope_lsp
from horovod._processes import (
    Adasum,
    Average,
    Compression,
    Sum,
    init,
    is_initialized,
    local_rank,
    local_size,
    mpi_threads_supported,
    rank,
    shutdown,
    size,
)
from tensorflow._optimizer import Optimizer
from tensorflow._savers_and_hooks import SessionRunHook
from tensorflow._tensor import base_dtype, convert, create, create_op


def _alike(op_type, tensor, name):
    if not _scope_lsp.is_known(tensor) or hasattr(tensor, "dense_shape"):
        return tensor
    x = convert(tensor)
    return create(op_type, name, x._dims, base_dtype(x), inputs=(x,))


def allreduce(tensor, average=None, *args, **kwargs):
    return _alike("HorovodAllreduce", tensor, kwargs.get("name"))


def broadcast(tensor, root_rank, name=None, ignore_name_scope=False):
    return _alike("HorovodBroadcast", tensor, name)


def allgather(tensor, name=None, ignore_name_scope=False):
    x = convert(tensor)
    dims = (None, *x._dims[1:]) if isinstance(x._dims, tuple) and x._dims else x._dims
    return create("HorovodAllgather", name, dims, base_dtype(x), inputs=(x,))


def broadcast_variables(variables, root_rank):
    return create_op("NoOp", "group_deps")


def broadcast_global_variables(root_rank):
    return create_op("NoOp", "group_deps")


class BroadcastGlobalVariablesHook(SessionRunHook):
    def __init__(self, root_rank, device=""):
        self.root_rank = root_rank


class _DistributedOptimizer(Optimizer):
    """What another optimizer does, with the gradients of all processes."""

    def __init__(self, optimizer, name):
        if name is None:
            name = "Distributed" + type(optimizer).__name__
        Optimizer.__init__(self, False, name)
        self._optimizer = optimizer

    def compute_gradients(self, *args, **kwargs):
        return self._optimizer.compute_gradients(*args, **kwargs)

    def apply_gradients(self, *args, **kwargs):
        return self._optimizer.apply_gradients(*args, **kwargs)

    def get_slot(self, *args, **kwargs):
        return self._optimizer.get_slot(*args, **kwargs)

    def get_slot_names(self, *args, **kwargs):
        return self._optimizer.get_slot_names(*args, **kwargs)

    def variables(self, *args, **kwargs):
        return self._optimizer.variables(*args, **kwargs)


def DistributedOptimizer(optimizer, name=None, *args, **kwargs):
    if not _scope_lsp.is_a(optimizer, Optimizer):
        return optimizer
    return _DistributedOptimizer(optimizer, name)


def DistributedGradientTape(gradtape, *args, **kwargs):
    return gradtape


def __getattr__(name):
    return _scope_lsp.unknown_code("horovod.tensorflow." + name + " is not modelled", False)
