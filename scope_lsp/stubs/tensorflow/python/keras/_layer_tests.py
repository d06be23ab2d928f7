"""What `testing_utils` tests a layer with: data, and models in three ways.

Modelled on keras/testing_utils.py of TensorFlow 1.15.5.
"""

import inspect

import numpy as np

import _scope_lsp

from tensorflow import keras

_MANY = 40
"""With so many samples for a class, each class is among them."""


def get_test_data(train_samples, test_samples, input_shape, num_classes, random_seed=None):
    count = train_samples + test_samples
    x = np.zeros((count,) + input_shape, dtype=np.float32)
    return (
        (x[:train_samples], _classes(train_samples, num_classes)),
        (x[train_samples:], _classes(test_samples, num_classes)),
    )


def _classes(count, num_classes):
    found = np.random.randint(0, num_classes, size=(count,))
    if count >= _MANY * num_classes:
        found._most = num_classes - 1
    return found


def _data(input_shape, input_dtype):
    """Numbers of a shape; a size that is not given is one of three."""
    sizes = [_scope_lsp.unknown("a size at random") if n is None else n for n in input_shape]
    return np.random.random(sizes).astype(input_dtype)


def _recovered(model, data):
    """A model made again from its configuration, which takes over the weights."""
    again = type(model).from_config(model.get_config())
    if model.weights:
        again.set_weights(model.get_weights())
        again.predict(data)


def layer_test(
    layer_cls,
    kwargs=None,
    input_shape=None,
    input_dtype=None,
    input_data=None,
    expected_output=None,
    expected_output_dtype=None,
    expected_output_shape=None,
    validate_training=True,
    adapt_data=None,
):
    if input_data is None:
        if input_shape is None:
            raise ValueError("input_shape is None")
        input_dtype = input_dtype or "float32"
        input_data = _data(input_shape, input_dtype)
    elif input_shape is None:
        input_shape = input_data.shape
    if input_dtype is None:
        input_dtype = input_data.dtype

    layer = layer_cls(**(kwargs or {}))
    if adapt_data is not None:
        layer.adapt(adapt_data)
    weights = layer.get_weights()
    layer.set_weights(weights)
    if "weights" in inspect.getfullargspec(layer_cls.__init__).args:
        layer = layer_cls(**{**(kwargs or {}), "weights": weights})

    inputs = keras.layers.Input(shape=input_shape[1:], dtype=input_dtype)
    outputs = layer(inputs)
    model = keras.models.Model(inputs, outputs)
    found = model.predict(input_data)
    _recovered(model, input_data)
    if validate_training:
        model = keras.models.Model(inputs, layer(inputs))
        model.compile("rmsprop", "mse", weighted_metrics=["acc"])
        model.train_on_batch(input_data, found)

    settings = layer.get_config()
    settings["batch_input_shape"] = input_shape
    layer = layer.__class__.from_config(settings)
    if adapt_data is not None:
        layer.adapt(adapt_data)
    model = keras.models.Sequential()
    model.add(layer)
    found = model.predict(input_data)
    _recovered(model, input_data)
    return found
