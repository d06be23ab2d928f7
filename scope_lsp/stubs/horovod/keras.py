"""Model of ``horovod.keras`` and ``horovod.tensorflow.keras``: an optimizer keeps its name.

Source: horovod/keras/__init__.py of Horovod 0.19.
"""

import _scope_lsp
from horovod._processes import (
    Compression,
    init,
    is_initialized,
    local_rank,
    local_size,
    mpi_threads_supported,
    rank,
    shutdown,
    size,
)


def DistributedOptimizer(optimizer, *args, **kwargs):
    return optimizer


def broadcast_global_variables(root_rank):
    return None


def __getattr__(name):
    return _scope_lsp.unknown_code("horovod.keras." + name + " is not modelled", False)
