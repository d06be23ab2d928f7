"""Version 2 of control flow: the body of a loop or conditional is a function of its own."""

import tensorflow as tf
from tensorflow.python.eager import function

tf.enable_control_flow_v2()


def show(what, make):
    kind = "fine"
    try:
        make()
    except ValueError:
        kind = "refused"
    tf.Variable(0.0, name="%s_%s" % (what, kind))


def in_while(make):
    def body(i):
        with tf.name_scope("inner"):
            make()
        return i + 1

    return lambda: tf.while_loop(lambda i: i < 3, body, [0])


def in_cond(make):
    def f():
        with tf.name_scope("outer"), tf.variable_scope("vs"):

            def t():
                make()
                return tf.constant(1)

            tf.cond(tf.placeholder(tf.bool, []), t, lambda: tf.constant(2))
            make()

    return f


def in_case(make):
    def f():
        with tf.name_scope("outer"):

            def t():
                make()
                return tf.constant(1)

            tf.case([(tf.placeholder(tf.bool, []), t), (tf.placeholder(tf.bool, []), t)], default=t)

    return f


show("w_ref_const", in_while(lambda: tf.Variable(0.0, use_resource=False)))
show("w_ref_lambda", in_while(lambda: tf.Variable(lambda: tf.zeros([]), use_resource=False)))
show("w_res_tensor", in_while(lambda: tf.Variable(tf.zeros([]), use_resource=True)))
show("w_res_const", in_while(lambda: tf.Variable(0.0, use_resource=True)))
show("w_res_lambda", in_while(lambda: tf.Variable(lambda: tf.zeros([]), use_resource=True)))
show("w_get", in_while(lambda: tf.get_variable("g", [])))
show("w_get_res", in_while(lambda: tf.get_variable("g", [], use_resource=True)))
show("c_ref_const", in_cond(lambda: tf.Variable(0.0, use_resource=False)))
show("c_res_tensor", in_cond(lambda: tf.Variable(tf.zeros([]), use_resource=True)))
show("c_res_const", in_cond(lambda: tf.Variable(0.0, use_resource=True)))
show("c_vs", in_cond(lambda: tf.layers.dense(tf.zeros([2, 3]), 4)))
show("case", in_case(lambda: tf.Variable(0.0, name="k")))


def ac():
    with tf.variable_scope("vs", reuse=tf.AUTO_REUSE):
        tf.get_variable("g", [], use_resource=True)


show("c_get", in_cond(ac))


def keras():
    d = tf.keras.layers.Dense(3)
    d(tf.zeros([2, 3]))


show("c_keras", in_cond(keras))
show("w_keras", in_while(keras))


def rnn():
    tf.nn.dynamic_rnn(tf.nn.rnn_cell.GRUCell(3), tf.zeros([2, 4, 3]), dtype=tf.float32)
    tf.Variable(1.0, name="after")


show("rnn", rnn)


def mapped():
    with tf.name_scope("outer"):
        tf.map_fn(lambda x: x + tf.Variable(1.0, name="m"), tf.zeros([3]))


show("map", mapped)


def dfn(make):
    def f():
        with tf.name_scope("outer"):
            function.defun(make)()

    return f


show("d_res_const", dfn(lambda: tf.Variable(0.0, use_resource=True).read_value()))
show("d_ref_const", dfn(lambda: tf.Variable(0.0, use_resource=False).read_value()))


def captured():
    z = tf.zeros([])
    tf.while_loop(lambda i: i < 3, lambda i: [i + 1, tf.Variable(z, use_resource=True)][0], [0])


show("captured", captured)
