import tensorflow as tf
from tensorflow.python.training import training_util
from tensorflow.python.layers import utils

tf.get_variable("none_%s" % training_util._get_or_create_global_step_read(), [1])
try:
    training_util._increment_global_step(1)
except ValueError as error:
    tf.get_variable("refused", [len(str(error))])
step = tf.train.get_or_create_global_step()
read = training_util._get_or_create_global_step_read()
tf.get_variable(read.op.name.replace("/", "."), [1])
tf.get_variable("same_%s" % (training_util._get_or_create_global_step_read() is read), [1])
training_util._increment_global_step(1)
training_util._increment_global_step(1)
tf.get_variable("long", [utils.conv_input_length(3, 4, "valid", 2)])
