"""Without a configuration all is as if gin were not there."""

import gin
import tensorflow as tf
from absl import app, flags

flags.DEFINE_multi_string("gin_file", None, "")
flags.DEFINE_multi_string("gin_bindings", None, "")
FLAGS = flags.FLAGS


@gin.configurable
def net(layers=2, name="net"):
    for i in range(layers):
        tf.get_variable("%s_%d" % (name, i), [1])


def main(_):
    gin.parse_config_files_and_bindings(FLAGS.gin_file, FLAGS.gin_bindings)
    net()
    net(name="other")


if __name__ == "__main__":
    app.run(main)
