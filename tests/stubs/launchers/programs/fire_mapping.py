"""Fire with a dict of commands.

run: train
run: make
"""

import fire
import tensorflow as tf


def train(layers=1):
    tf.get_variable("train", [layers])


class Maker:
    def __init__(self):
        tf.get_variable("maker", [1])


if __name__ == "__main__":
    fire.Fire({"train": train, "make": Maker})
