"""`clone_and_build_model`: a copy of a model, compiled as the model was.

Modelled on keras/models.py of TensorFlow 1.15.5.
"""

from tensorflow.keras import backend, optimizers
from tensorflow.keras._cloning import clone_model
from tensorflow.keras._layer import Layer
from tensorflow.keras._network import Network
from tensorflow.keras._sequential import Sequential
from tensorflow.keras.metrics import Metric
from tensorflow.keras.utils import CustomObjectScope


def clone_and_build_model(
    model,
    input_tensors=None,
    target_tensors=None,
    custom_objects=None,
    compile_clone=True,
    in_place_reset=False,
    optimizer_iterations=None,
    optimizer_config=None,
):
    original = getattr(model, "optimizer", None)
    if compile_clone and not original:
        raise ValueError(
            "Error when cloning model: compile_clone was set to True, but the original model has "
            "not been compiled."
        )
    if model._is_graph_network or isinstance(model, Sequential):
        with CustomObjectScope(custom_objects or {}):
            clone = clone_model(model, input_tensors)
        shape = getattr(model, "_build_input_shape", None)
        if isinstance(clone, Sequential) and not clone._is_graph_network and shape is not None:
            clone._set_inputs(backend.placeholder(shape, dtype=model.inputs[0].dtype))
    else:
        clone = _of_a_class(model, in_place_reset)
        if input_tensors is not None:
            one = isinstance(input_tensors, (list, tuple)) and len(input_tensors) == 1
            clone._set_inputs(input_tensors[0] if one else input_tensors)
    if compile_clone:
        loss, metrics, weights, weighted = model._compiled_with
        clone.compile(
            _optimizer(original, optimizer_iterations, optimizer_config),
            loss,
            metrics=_again(metrics),
            loss_weights=weights,
            weighted_metrics=_again(weighted),
            target_tensors=target_tensors,
        )
    return clone


def _optimizer(original, iterations, config):
    if isinstance(original, optimizers.TFOptimizer):
        return optimizers.TFOptimizer(original.optimizer, iterations)
    old = list(original) if isinstance(original, (list, tuple)) else [original]
    if config is None:
        config = [one.get_config() for one in old]
    elif isinstance(config, dict):
        config = [config]
    made = [one.__class__.from_config(each) for one, each in zip(old, config)]
    if iterations is not None:
        for one in made:
            one.iterations = iterations
    return made[0] if len(made) == 1 else made


def _again(metrics):
    """The metrics of a copy: those that have variables are made again."""
    if isinstance(metrics, Metric):
        return metrics.__class__.from_config(metrics.get_config())
    if isinstance(metrics, dict):
        return {name: _again(metric) for name, metric in metrics.items()}
    if isinstance(metrics, (list, tuple)):
        return [_again(metric) for metric in metrics]
    return metrics


def _of_a_class(model, in_place_reset):
    """A copy of a model of a class; one that cannot be configured is itself made new."""
    if type(model).get_config is not Network.get_config:
        return model.__class__.from_config(model.get_config())
    if not in_place_reset:
        raise ValueError(
            "This model is a subclassed model. Such a model cannot be cloned, but there is a "
            "workaround where the model is reset in-place. To use this, please set the argument "
            "`in_place_reset` to `True`. This will reset the attributes in the original model. To "
            "restore the attributes, call `in_place_subclassed_model_state_restoration(model)`."
        )
    for name, layer in list(vars(model).items()):
        if isinstance(layer, Layer):
            setattr(model, name, layer.__class__.from_config(layer.get_config()))
    model.built = model._is_compiled = False
    model.inputs = model.outputs = model.optimizer = None
    return model
