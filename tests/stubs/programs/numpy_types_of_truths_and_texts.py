"""The types of numpy that are not numbers: truths, texts and objects."""

import numpy as np
import tensorflow as tf
def show(*a):
    tf.get_variable("%d/" % show.n + "/".join([str(x).replace("<", "").replace(">","").replace("'","").replace(" ", "_") for x in a]), [])
    show.n += 1
show.n = 0
for name in ["bool_","bool8","str_","unicode_","float_","double","int_","intc","bytes_","string_","object_","single","half","uint8","intp","float64","int64"]:
    x = getattr(np, name)
    show(name, x.__name__, x)
show(isinstance(np.array([True])[0], bool), isinstance(np.array([True])[0], np.bool_), isinstance(True, np.bool_), isinstance(np.bool_(1), bool), isinstance(np.bool_(1), int), isinstance(np.bool_(1), np.generic), isinstance(np.bool_(1), np.integer), isinstance(np.bool_(1), np.number))
show(np.bool_ is bool, np.bool_ == bool, np.str_ is str, np.float_ is float, np.float_ is np.float64, np.int_ is int, np.int_ is np.int64, np.object_ is object, np.bytes_ is bytes, np.bool is bool, np.float is float, np.int is int, np.str is str, np.object is object, np.complex is complex)
show(isinstance("a", np.str_), isinstance(np.str_("a"), str), isinstance(np.str_("a"), np.str_), isinstance(1.0, np.float_), isinstance(np.float64(1), float), isinstance(np.float32(1), float), isinstance(np.int64(1), int))
show(str(np.bool_(1)), repr(np.bool_(1)), np.bool_(1) is True, np.bool_(1) == True, not np.bool_(1), np.bool_(0) or 3, "%s %d" % (np.bool_(1), np.bool_(1)), type(np.bool_(1)).__name__)
show(type((np.array([1, 2]) > 1)[0]).__name__)
show(type(np.isnan(1.0)).__name__)
show(type(np.float64(1) > 0).__name__)
show(type(np.int64(1) == 1).__name__)
show(type(np.int64(1) != 1).__name__)
show(type(np.prod([1,2]) == 2).__name__)
show(np.bool_(1) + np.bool_(1), type(np.bool_(1) + 1).__name__, np.bool_(1) & True, type(np.bool_(1) & True).__name__, -1 if np.bool_(1) else 2, int(np.bool_(1)), [10, 20][int(np.bool_(1))])
show(np.dtype(np.bool_).name, np.dtype(bool).name, np.dtype(bool).type is np.bool_)
show(np.array([True]).dtype == np.bool_, np.array([True]).dtype == bool)
show(tf.as_dtype(np.bool_).name)
show(tf.bool.as_numpy_dtype is np.bool_, tf.bool.as_numpy_dtype is bool, tf.float64.as_numpy_dtype is np.float64)
show(tf.string.as_numpy_dtype is np.object_, tf.string.as_numpy_dtype is object)
show(type(np.str_("a") + "b").__name__)
show(type(np.array(["a"])[0]).__name__)
show(isinstance(np.array(["a"])[0], str), np.str_, np.array(["a"])[0] == "a", {"a": 1}[np.str_("a")], "%s" % np.str_("q"))
show({True: "t"}[np.bool_(1)], isinstance(np.bool_(True), (int, float)), isinstance(True, (np.bool_, bool)), np.bool_(5), bool(np.bool_(1)) is True, np.True_, np.False_, type(np.True_).__name__)
show(["x", "y"][np.bool_(1)])
tf.Variable(np.zeros([2], np.bool_), trainable=False, name="v1")
tf.Variable(np.bool_(1), trainable=False, name="v2")
tf.Variable(np.array(["a"]), trainable=False, name="v3")
tf.get_variable("v4", [], np.bool_, trainable=False)
tf.get_variable("v5", [], tf.as_dtype(np.object_), trainable=False)
tf.get_variable("v6", [], trainable=np.bool_(0))
if np.array([0, 1])[0] == 0:
    tf.get_variable("v7", [])
for i in np.arange(2):
    tf.get_variable("i%d" % i, [], trainable=(i > 0))
w = tf.where(np.array([True, False]), [1., 2.], [3., 4.])
tf.placeholder(np.bool_, [2])
tf.cast([1], np.bool_)
tf.cond(tf.constant(np.bool_(1)), lambda: tf.Variable(lambda: 1., name="c"), lambda: 1.)
