"""Networks of tf.keras.applications: their layers' names, automatic ones among them."""

import tensorflow as tf
from tensorflow.keras.applications.vgg16 import VGG16, preprocess_input

applications = tf.keras.applications
images = tf.keras.Input((224, 224, 3), name="images")
model = VGG16(weights=None, include_top=False, input_tensor=preprocess_input(images), pooling="avg")
tf.get_variable("layers_%d" % len(model.layers), model.output_shape[1:])
model = applications.InceptionV3(weights=None, include_top=False, input_shape=(139, 139, 3))
tf.get_variable("layers_of_%s_%d" % (model.name, len(model.layers)), [])
tf.keras.layers.BatchNormalization()(model.output)
model = applications.MobileNetV2(input_shape=(96, 96, 3), alpha=1.4, weights=None, classes=5)
tf.get_variable("layers_of_%s_%d" % (model.name, len(model.layers)), [])
model = applications.MobileNet(weights=None, input_shape=(128, 128, 1), alpha=0.5, include_top=False)
tf.get_variable("layers_of_%s_%d" % (model.name, len(model.layers)), [])
tf.keras.layers.Dense(3)(tf.keras.layers.Flatten()(model.output))
