"""An experiment without a main function.

run: train
run: test
"""

import tensorflow as tf
from sacred import Experiment

ex = Experiment("an experiment", save_git_info=False)


@ex.config
def cfg():
    units = 4


@ex.command
def train(units):
    tf.get_variable("train", [units])


@ex.command(unobserved=True)
def test(units):
    tf.get_variable("test", [units])


if __name__ == "__main__":
    ex.run_commandline()
