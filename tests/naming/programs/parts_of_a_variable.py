"""The ops that a variable is made of take names below its own, and nothing else."""
import tensorflow as tf

tf.Variable(0.0, name="r")
tf.Variable(lambda: 0.0, name="c")
tf.Variable(0.0, name="h", use_resource=True)
tf.get_variable("g", [2])
tf.get_variable("z", [2], initializer=tf.zeros_initializer())
for base in "rchgz":
    for part in (
        "Assign read initial_value Initializer Read IsInitialized Read/ReadVariableOp "
        "Initializer/initial_value Initializer/zeros Initializer/random_uniform read_1"
    ).split():
        print(tf.no_op(name=base + "/" + part).name)
