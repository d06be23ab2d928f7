"""A call that a template's function refuses leaves the template as it was."""

import tensorflow as tf

for create_scope_now in [True, False]:

    def scaled(inputs):
        w = tf.get_variable("w", shape=[1], initializer=tf.zeros_initializer())
        return inputs * w

    template = tf.make_template("scaled", scaled, create_scope_now_=create_scope_now)
    data = tf.zeros([1])
    answer = "none"
    try:
        template(data, is_training=True)
    except TypeError:
        answer = "refused"
    tf.get_variable("%s_%s" % (answer, create_scope_now), [])
    template(data)
    template(data)
