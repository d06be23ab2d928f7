"""Models that a program writes to files and reads back."""

import os
import tempfile

import numpy as np
import tensorflow as tf

keras = tf.keras
layers = keras.layers
folder = tempfile.mkdtemp()


def tell(name):
    tf.get_variable(name, [], trainable=False)


def refused(name, function):
    try:
        function()
    except (ValueError, NotImplementedError) as error:
        words = str(error).replace(":", "").split()
        tell("refused_%s_%s" % (name, "_".join(words[:3])))


class Scaled(layers.Layer):
    def build(self, input_shape):
        self.factor = self.add_weight("factor", (1,))

    def call(self, inputs):
        return inputs * self.factor


def distance(y_true, y_pred):
    return keras.losses.mean_squared_error(y_true, y_pred)


x, y = np.zeros((4, 3)), np.zeros((4, 2))
model = keras.Sequential([layers.Dense(4, input_shape=(3,)), layers.Dense(2)])
path = os.path.join(folder, "trained.h5")
model.compile("adam", "mse", metrics=["mae"])
model.save("fresh.h5")
model.fit(x, y, verbose=0)
model.save(path)
again = keras.models.load_model(path)
again.fit(x, y, verbose=0)
tell("again_" + again.name + "_" + again.layers[0].name)
fresh = keras.models.load_model("fresh.h5")
fresh.fit(x, y, verbose=0)
plain = keras.models.load_model(path, compile=False)
model.save(path, include_optimizer=False)
tell("compiled_%s" % (keras.models.load_model(path).optimizer is not None))

inputs = keras.Input((3,), name="inputs")
hidden = layers.Dense(5, activation="relu", name="hidden")(inputs)
model = keras.Model(inputs, Scaled(name="scaled")(layers.Dense(2)(hidden)), name="whole")
model.compile(keras.optimizers.SGD(0.1, momentum=0.9), distance)
model.train_on_batch(x, y)
handle, path = tempfile.mkstemp(".h5")
keras.models.save_model(model, path, save_format="h5")
refused("layer", lambda: keras.models.load_model(path))
refused("loss", lambda: keras.models.load_model(path, {"Scaled": Scaled}))
keras.models.load_model(path, custom_objects={"Scaled": Scaled, "distance": distance})
with keras.utils.CustomObjectScope({"Scaled": Scaled}):
    refused("loss_in_scope", lambda: keras.models.load_model(path))
    keras.models.load_model(path, compile=False)
model.compile(tf.train.MomentumOptimizer(0.1, 0.9), "mse")
model.save(path)
keras.models.load_model(path, {"Scaled": Scaled})

late = keras.Sequential([layers.Dense(4), layers.Dense(2)])
late.compile(keras.optimizers.RMSprop(), "mse", metrics=[keras.metrics.MeanSquaredError()])
late.train_on_batch(x, y)
late.save("late.hdf5")
keras.models.load_model("late.hdf5")


class Own(keras.Model):
    def call(self, inputs):
        return inputs


refused("class", lambda: Own().save("own.h5"))
