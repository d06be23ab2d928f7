"""tensorflow.python.keras.testing_utils: the small models that tests of Keras are made of.

Modelled on keras/testing_utils.py of TensorFlow 1.15.5.
"""

import functools

import _scope_lsp

from tensorflow import keras
from tensorflow.keras import _state
from tensorflow.python.keras._layer_tests import get_test_data, layer_test

_type = [None]


class model_type_scope:
    def __init__(self, value):
        self._value = value

    def __enter__(self):
        self._before = _type[0]
        _type[0] = self._value
        return self._value

    def __exit__(self, *exception):
        _type[0] = self._before
        return False


class run_eagerly_scope:
    def __init__(self, value):
        self._value = value

    def __enter__(self):
        return self._value

    def __exit__(self, *exception):
        return False


experimental_run_tf_function_scope = run_eagerly_scope


def should_run_eagerly():
    return False


should_run_tf_function = should_run_eagerly


def get_model_type():
    return _scope_lsp.unknown("the type of model that is tested") if _type[0] is None else _type[0]


def _last_activation(num_classes):
    return "sigmoid" if num_classes == 1 else "softmax"


def get_small_sequential_mlp(num_hidden, num_classes, input_dim=None):
    model = keras.models.Sequential()
    arguments = {"input_dim": input_dim} if input_dim else {}
    model.add(keras.layers.Dense(num_hidden, activation="relu", **arguments))
    model.add(keras.layers.Dense(num_classes, activation=_last_activation(num_classes)))
    return model


def get_small_functional_mlp(num_hidden, num_classes, input_dim):
    inputs = keras.Input(shape=(input_dim,))
    hidden = keras.layers.Dense(num_hidden, activation="relu")(inputs)
    return keras.Model(
        inputs, keras.layers.Dense(num_classes, activation=_last_activation(num_classes))(hidden)
    )


class _SmallSubclassMLP(keras.Model):
    def __init__(self, num_hidden, num_classes):
        super(_SmallSubclassMLP, self).__init__()
        self.layer_a = keras.layers.Dense(num_hidden, activation="relu")
        self.layer_b = keras.layers.Dense(num_classes, activation=_last_activation(num_classes))

    def call(self, inputs, **kwargs):
        return self.layer_b(self.layer_a(inputs))


class _SmallSubclassMLPCustomBuild(keras.Model):
    def __init__(self, num_hidden, num_classes):
        super(_SmallSubclassMLPCustomBuild, self).__init__()
        self.layer_a = None
        self.layer_b = None
        self.num_hidden = num_hidden
        self.num_classes = num_classes

    def build(self, input_shape):
        self.layer_a = keras.layers.Dense(self.num_hidden, activation="relu")
        self.layer_b = keras.layers.Dense(
            self.num_classes, activation=_last_activation(self.num_classes)
        )

    def call(self, inputs, **kwargs):
        return self.layer_b(self.layer_a(inputs))


get_small_subclass_mlp = _SmallSubclassMLP
get_small_subclass_mlp_with_custom_build = _SmallSubclassMLPCustomBuild


def _of_model_type(**makers):
    """What makes a model of the type that is tested."""
    model_type = get_model_type()
    if not _scope_lsp.is_known(model_type):
        return _scope_lsp.unknown("a model of the type that is tested")
    if model_type not in makers:
        raise ValueError("Unknown model type " + str(model_type))
    return makers[model_type]()


def get_small_mlp(num_hidden, num_classes, input_dim):
    return _of_model_type(
        subclass=lambda: get_small_subclass_mlp(num_hidden, num_classes),
        subclass_custom_build=lambda: get_small_subclass_mlp_with_custom_build(
            num_hidden, num_classes
        ),
        sequential=lambda: get_small_sequential_mlp(num_hidden, num_classes, input_dim),
        functional=lambda: get_small_functional_mlp(num_hidden, num_classes, input_dim),
    )


def _through(layers, inputs):
    for layer in layers:
        inputs = layer(inputs)
    return inputs


class _SubclassModel(keras.Model):
    def __init__(self, layers, *args, **kwargs):
        inputs = kwargs.pop("input_tensor", None)
        super(_SubclassModel, self).__init__(*args, **kwargs)
        for i, layer in enumerate(layers):
            setattr(self, "layer%d" % i, layer)
        self.num_layers = len(layers)
        if inputs is not None:
            self._set_inputs(inputs)

    def call(self, inputs, **kwargs):
        return _through([getattr(self, "layer%d" % i) for i in range(self.num_layers)], inputs)


class _SubclassModelCustomBuild(keras.Model):
    def __init__(self, layer_generating_func, *args, **kwargs):
        super(_SubclassModelCustomBuild, self).__init__(*args, **kwargs)
        self.all_layers = None
        self._layer_generating_func = layer_generating_func

    def build(self, input_shape):
        self.all_layers = list(self._layer_generating_func())

    def call(self, inputs, **kwargs):
        return _through(self.all_layers, inputs)


def get_model_from_layers(
    layers, input_shape=None, input_dtype=None, name=None, input_ragged=None, input_sparse=None
):
    def subclass():
        inputs = None
        if input_ragged or input_sparse:
            inputs = keras.Input(
                shape=input_shape, dtype=input_dtype, ragged=input_ragged, sparse=input_sparse
            )
        return _SubclassModel(layers, name=name, input_tensor=inputs)

    def sequential():
        model = keras.models.Sequential(name=name)
        if input_shape:
            model.add(
                keras.layers.InputLayer(
                    input_shape=input_shape,
                    dtype=input_dtype,
                    ragged=input_ragged,
                    sparse=input_sparse,
                )
            )
        for layer in layers:
            model.add(layer)
        return model

    def functional():
        if not input_shape:
            raise ValueError("Cannot create a functional model from layers with no input shape.")
        inputs = keras.Input(
            shape=input_shape, dtype=input_dtype, ragged=input_ragged, sparse=input_sparse
        )
        return keras.Model(inputs, _through(layers, inputs), name=name)

    return _of_model_type(
        subclass=subclass,
        subclass_custom_build=lambda: _SubclassModelCustomBuild(lambda: layers, name=name),
        sequential=sequential,
        functional=functional,
    )


class _MultiIOSubclassModel(keras.Model):
    def __init__(self, branch_a, branch_b, shared_input_branch=None, shared_output_branch=None):
        super(_MultiIOSubclassModel, self).__init__()
        self._shared_input_branch = shared_input_branch
        self._branch_a = branch_a
        self._branch_b = branch_b
        self._shared_output_branch = shared_output_branch

    def call(self, inputs, **kwargs):
        if self._shared_input_branch:
            a = b = _through(self._shared_input_branch, inputs)
        else:
            a, b = inputs
        a = _through(self._branch_a, a)
        b = _through(self._branch_b, b)
        return _through(self._shared_output_branch or (), [a, b])


class _MultiIOSubclassModelCustomBuild(_MultiIOSubclassModel):
    def __init__(self, *branches):
        keras.Model.__init__(self)
        self._makers = branches
        self._shared_input_branch = self._branch_a = self._branch_b = self._shared_output_branch = (
            None
        )

    def build(self, input_shape):
        a, b, shared_input, shared_output = self._makers
        self._shared_input_branch = shared_input()
        self._branch_a = a()
        self._branch_b = b()
        self._shared_output_branch = shared_output()


def get_multi_io_model(branch_a, branch_b, shared_input_branch=None, shared_output_branch=None):
    if shared_input_branch:
        inputs = shared_input_branch[0]
        shared_input_branch = shared_input_branch[1:]
    else:
        inputs = branch_a[0], branch_b[0]
        branch_a = branch_a[1:]
        branch_b = branch_b[1:]

    def functional():
        a, b = (_through(shared_input_branch, inputs),) * 2 if shared_input_branch else inputs
        a = _through(branch_a, a)
        b = _through(branch_b, b)
        return keras.Model(inputs, _through(shared_output_branch or (), (a, b)))

    return _of_model_type(
        subclass=lambda: _MultiIOSubclassModel(
            branch_a, branch_b, shared_input_branch, shared_output_branch=shared_output_branch
        ),
        subclass_custom_build=lambda: _MultiIOSubclassModelCustomBuild(
            lambda: branch_a,
            lambda: branch_b,
            lambda: shared_input_branch,
            lambda: shared_output_branch,
        ),
        functional=functional,
    )


_OPTIMIZERS = {
    "adadelta": "Adadelta",
    "adagrad": "Adagrad",
    "adam": "Adam",
    "adamax": "Adamax",
    "nadam": "Nadam",
    "rmsprop": "RMSprop",
    "sgd": "SGD",
}


def get_v2_optimizer(name, **kwargs):
    return getattr(keras.optimizers, _OPTIMIZERS[name])(**kwargs)


def get_expected_metric_variable_names(var_names, name_suffix=""):
    return [name + name_suffix + ":0" for name in var_names]


def _with_v2_dtype(enabled):
    def decorate(fn):
        @functools.wraps(fn)
        def wrapper(*args, **kwargs):
            before = _state._config["v2_dtype"]
            _state._config["v2_dtype"] = enabled
            try:
                return fn(*args, **kwargs)
            finally:
                _state._config["v2_dtype"] = before

        return wrapper

    return decorate


enable_v2_dtype_behavior = _with_v2_dtype(True)
disable_v2_dtype_behavior = _with_v2_dtype(False)
