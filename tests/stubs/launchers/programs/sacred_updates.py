"""Runs with named configurations and updates, which win over what the configuration assigns."""

import tensorflow as tf
from sacred import Experiment

ex = Experiment("an experiment", save_git_info=False)


@ex.config
def cfg():
    units = 4
    wide = units * 2
    part = {"a": 1, "b": units}


@ex.named_config
def big():
    units = 16
    scope = "big"


ex.add_named_config("small", {"units": 2})


@ex.main
def main(units, wide, part, scope="none"):
    with tf.variable_scope(scope, reuse=tf.AUTO_REUSE):
        tf.get_variable("w_%d_%d" % (units, wide), [part["a"], part["b"]])
    return wide


if __name__ == "__main__":
    print(ex.run().result)
    ex.run(named_configs=["big"])
    ex.run(config_updates={"units": 5, "part": {"a": 7}}, named_configs=["big"])
    ex.run(named_configs=["small"], config_updates={"part.a": 9})
