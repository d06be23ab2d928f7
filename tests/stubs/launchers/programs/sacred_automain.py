"""An experiment that runs where its main function is defined."""

import tensorflow as tf
from sacred import Experiment

ex = Experiment("an experiment", save_git_info=False)


@ex.config
def first():
    units = 4
    layers = 2
    name = "net_%d" % layers
    parts = {"deep": {"size": 3}, "flag": False}
    if units > 3:
        more = 1


@ex.config
def second(units):
    wide = 2 * units
    layers = 3


ex.add_config({"added": 5, "parts": {"other": 6}})
ex.add_config(keyword="k")


@ex.capture
def build(name, layers, units, extra, given=7, seed=None):
    for i in range(layers):
        tf.get_variable("%s_%d_%s" % (name, i, extra), [units, given])


@ex.capture(prefix="parts.deep")
def prefixed(size):
    tf.get_variable("prefixed", [size])


@ex.pre_run_hook
def before(wide):
    tf.get_variable("before", [wide])


@ex.command
def other(layers):
    tf.get_variable("other", [layers])


@ex.automain
def main(_config, _run, _seed, name, parts, added, keyword, units, more):
    build(extra="e")
    prefixed()
    build("own", 1, extra="f", given=8)
    with tf.variable_scope(keyword):
        tf.get_variable("main", [parts["other"], added, _config["wide"], more])
    _run.log_scalar("loss", 1.0)


tf.get_variable("afterwards", [1])
