"""Fire without an object: all that the program defines.

run: train
run: evaluate somewhere
"""

from os.path import join

import fire
import tensorflow as tf


def train(layers=1):
    tf.get_variable("train", [layers])


def evaluate(path, layers=3):
    tf.get_variable("evaluate", [layers])


if __name__ == "__main__":
    fire.Fire()
