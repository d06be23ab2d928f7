"""The models that the tests of Keras share, built, called and trained."""

import numpy as np
import tensorflow as tf
from tensorflow.python.keras import model_subclassing_test_util as util

x = tf.zeros([2, 32])
for model in [
    util.SimpleTestModel(),
    util.SimpleTestModel(use_bn=True, use_dp=True, num_classes=3),
    util.NestedTestModel1(),
    util.NestedTestModel2(4),
    util.get_nested_model_3(32, 3),
    util.TrainingMaskingModel(),
]:
    y = model(x)
    with tf.variable_scope("told", reuse=False):
        tf.get_variable("%s_%d_%d" % (model.name, y.shape[-1], len(model.weights)), [])
model = util.MultiIOTestModel(use_bn=True, use_dp=True)
model.build([(2, 32), (2, 32)])
tf.get_variable("outputs_%d" % len(model([x, x])), [])
util.SimpleConvTestModel(5)(tf.zeros([1, 8, 8, 3]))
util.CustomCallModel()(x, x, fiddle_with_output="yes")
util.TrainingNoDefaultModel()(x, True)
model = util.SimpleTestModel()
model.compile("sgd", "mse")
model.fit(np.zeros((4, 32)), np.zeros((4, 10)), verbose=0)
