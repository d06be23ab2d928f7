"""`tf.distribute`: strategies with one replica.

Modelled on python/distribute/ of TensorFlow 1.15.5.
"""

from tensorflow._strategies import (
    MirroredStrategy,
    OneDeviceStrategy,
    ReduceOp,
    ReplicaContext,
    Strategy,
    get_replica_context,
    get_strategy,
    has_strategy,
    in_cross_replica_context,
)
from tensorflow._strategies import Extended as StrategyExtended
from tensorflow._unmodelled import lookup as _lookup


def __getattr__(name):
    if name[:1] == "_":
        raise AttributeError(name)
    return _lookup("distribute." + name)
