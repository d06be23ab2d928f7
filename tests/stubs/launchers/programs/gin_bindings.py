"""Bindings of a file of the workspace, and of strings."""

import os

import gin
import tensorflow as tf

gin.external_configurable(tf.nn.relu, module="tf.nn")
gin.external_configurable(tf.train.MomentumOptimizer, module="tf.train")
gin.constant("sizes.SMALL", 2)


@gin.configurable
def net(name, layers=1, units=gin.REQUIRED, sizes=(), more=0, own="own"):
    for i in range(layers):
        tf.get_variable("%s_%d_%s_%s" % (name, i, more, own), [units])
    tf.get_variable("%s_sizes_%d_%d" % (name, len(sizes), sizes[2]["a"][0]), sizes[:2])


@gin.configurable("Head", module="heads")
class Head(object):
    def __init__(self, units=1):
        self.units = units

    def build(self, name):
        tf.get_variable(name, [self.units])


class Subclass(Head):
    pass


@gin.configurable
def part(value="none"):
    return "made_%s" % value


@gin.configurable
def part_of_block(value=None, other=False):
    tf.get_variable("block_%s_%s" % (value, other), [1])


@gin.configurable
def run(make_head, made, activation, optimizer, size):
    make_head().build("head")
    Head().build("plain")
    Head(9).build("given")
    Subclass().build("subclass")
    tf.get_variable(made, [1])
    activation(tf.zeros([1]))
    with tf.variable_scope("trained"):
        loss = tf.reduce_sum(tf.get_variable("w", [size]))
        optimizer(0.1).minimize(loss)


if __name__ == "__main__":
    gin.add_config_file_search_path(os.path.dirname(os.path.abspath(__file__)))
    gin.parse_config_files_and_bindings(["gin_parts/base.gin"], ["net.own = 'bound'"])
    with gin.unlock_config():
        gin.bind_parameter("scope/net.layers", 1)
        gin.parse_config("scope/net.name = 'scoped'")
    net()
    with gin.config_scope("scope"):
        net()
    net("positional", own=gin.REQUIRED, layers=1)
    part_of_block()
    run()
    tf.get_variable("query_%d" % gin.query_parameter("net.layers"), [1])
