"""Fire makes an instance; its methods are commands.

run: train
run: test --k 3
run: parts first
"""

import fire
import tensorflow as tf


class Parts:
    def first(self):
        tf.get_variable("first", [1])


class Model:
    def __init__(self, units=4):
        self.units = units
        self.parts = Parts()
        tf.get_variable("made", [units])

    def train(self, k=1):
        tf.get_variable("train", [self.units, k])

    def test(self, k):
        with tf.variable_scope("scope"):
            tf.get_variable("test", [self.units])

    def _hidden(self):
        tf.get_variable("hidden", [self.units])


if __name__ == "__main__":
    fire.Fire(Model)
