"""Ingredients have configurations of their own, which the experiment sees under their names."""

import tensorflow as tf
from sacred import Experiment, Ingredient

data = Ingredient("data")
model = Ingredient("model", ingredients=[data])
deep = Ingredient("model.deep")
ex = Experiment("an experiment", ingredients=[model, data, deep], save_git_info=False)


@data.config
def data_config():
    size = 3
    kind = "plain"


@model.config
def model_config(data):
    units = 2 * data["size"]


@data.capture
def read(size, kind):
    tf.get_variable("read_" + kind, [size])


@model.capture
def build(units, data):
    tf.get_variable("build", [units, data["size"]])


@deep.config
def deep_config():
    depth = 5


@ex.config
def config(model, data):
    both = model["units"] + data["size"]


@ex.main
def main(both, model, data):
    read()
    build()
    with tf.variable_scope("main", reuse=tf.AUTO_REUSE):
        tf.get_variable("main", [both, model["units"], model["deep"]["depth"], data["size"]])


if __name__ == "__main__":
    ex.run_commandline()
