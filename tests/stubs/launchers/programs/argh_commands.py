"""argh: several commands.

run: train
run: evaluate somewhere
"""

import argh
import tensorflow as tf


def train(layers=2):
    tf.get_variable("train", [layers])


def evaluate(path, layers=3):
    tf.get_variable("evaluate", [layers])


if __name__ == "__main__":
    parser = argh.ArghParser()
    parser.add_commands([train, evaluate])
    parser.dispatch()
