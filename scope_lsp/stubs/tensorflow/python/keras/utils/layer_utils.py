"""tensorflow.python.keras.utils.layer_utils: what Keras asks of the weights of layers.

Modelled on keras/utils/layer_utils.py of TensorFlow 1.15.5.
"""

from tensorflow.keras.utils import get_source_inputs


def count_params(weights):
    from numpy import prod  # not a name of this module

    return int(sum([prod(weight.shape.as_list()) for weight in weights]))


def print_summary(model, line_length=None, positions=None, print_fn=None):
    pass


def convert_all_kernels_in_model(model):
    pass


def convert_dense_weights_data_format(
    dense, previous_feature_map_shape, target_data_format="channels_first"
):
    pass


def gather_trainable_weights(trainable, sub_layers, extra_variables):
    if not trainable:
        return []
    weights = []
    for layer in sub_layers:
        weights += layer.trainable_weights
    return weights + [v for v in extra_variables if v.trainable]


def gather_non_trainable_weights(trainable, sub_layers, extra_variables):
    weights = []
    for layer in sub_layers:
        weights += layer.non_trainable_weights
    others = [v for v in extra_variables if not v.trainable]
    if trainable:
        return weights + others
    return gather_trainable_weights(True, sub_layers, extra_variables) + weights + others
