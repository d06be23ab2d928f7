"""What arrays are written as, what their comparisons give, and static values of floats."""

import numpy as np
import tensorflow as tf


def show(label, value):
    tf.get_variable("%s/%s" % (label, value), [])


zero = np.array(0.0, np.float32)
show("float", zero)
show("format", "{}_{:.2f}".format(zero, zero))
show("whole", np.array(7))
show("equal", zero == 0.0)
show("more", zero > 1)
show("kind", (np.array([1, 2]) >= 2).dtype.name)
show("type", type(np.array([1, 2])[0] < 3).__name__)
show("and", np.logical_and(np.array([1, 0]), 1).dtype.name)
show("list", str(np.array([1, 20]))[1:-1].replace(" ", "_"))
show("repr", repr(np.array([1, 20]))[7:-2].replace(" ", "_").replace(",", "."))
show("any", np.any(np.array([1.5, 2.5]) < 2))

for value in (tf.constant(0.0), tf.constant(2.5), tf.convert_to_tensor(-1.0)):
    static = tf.get_static_value(value)
    show("static", "%s_%s" % (type(static).__name__, static))
    if static == 0.0:
        show("zero", static.dtype.name)
    else:
        show("other", static > 1)
half = tf.cast(tf.constant(0.5), tf.int32)
show("cast", half.op.name)
