"""`tf.contrib.distribute`: the older names of the strategies with one replica.

Modelled on contrib/distribute/ of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow._strategies import (
    MirroredStrategy as _MirroredStrategy,
)
from tensorflow._strategies import (
    OneDeviceStrategy,
    ReplicaContext,
    get_replica_context,
    get_strategy,
    has_strategy,
    in_cross_replica_context,
)
from tensorflow._strategies import Strategy as DistributionStrategy
from tensorflow._unmodelled import lookup as _lookup

get_distribution_strategy = get_strategy
has_distribution_strategy = has_strategy


class MirroredStrategy(_MirroredStrategy):
    def __new__(
        cls,
        devices=None,
        num_gpus=None,
        num_gpus_per_worker=None,
        cross_device_ops=None,
        auto_shard_dataset=False,
        cross_tower_ops=None,
    ):
        number = num_gpus if num_gpus_per_worker is None else num_gpus_per_worker
        if number is not None and not (_scope_lsp.is_known(number) and number < 2):
            return _lookup("contrib.distribute.DistributionStrategy")(devices)
        return super().__new__(cls, devices)

    def __init__(self, devices=None, *args, **kwargs):
        super().__init__(devices)


def __getattr__(name):
    if name[:1] == "_":
        raise AttributeError(name)
    return _lookup("contrib.distribute." + name)
