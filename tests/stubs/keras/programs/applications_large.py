"""The larger networks of tf.keras.applications."""

import tensorflow as tf

applications = tf.keras.applications
for make in (applications.ResNet50V2, applications.resnet50.ResNet50, applications.Xception):
    model = make(weights=None, include_top=False)
    tf.get_variable("layers_of_%s_%d" % (model.name, len(model.layers)), [])
model = applications.NASNetMobile(weights=None)
tf.keras.layers.Conv2D(3, 3)(model.layers[0].output)
