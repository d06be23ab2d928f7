"""`tf.random`."""

from tensorflow._random_ops import (
    categorical,
    multinomial,
    random_gamma,
    random_normal,
    random_shuffle,
    random_uniform,
    set_random_seed,
    truncated_normal,
)
from tensorflow._unmodelled import lookup as _lookup

normal = random_normal
uniform = random_uniform
shuffle = random_shuffle
gamma = random_gamma
set_seed = set_random_seed


def __getattr__(name):
    return _lookup("random." + name)
