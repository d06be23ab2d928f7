"""What the networks of `tf.keras.applications` have in common: input, top, and their small blocks.

Modelled on keras_applications/{__init__,imagenet_utils}.py, version 1.0.8.
"""

import _scope_lsp

from tensorflow.keras import _history, _state, layers
from tensorflow.keras.models import Model
from tensorflow.keras.utils import get_source_inputs


def channel_axis():
    return 1 if _state.image_data_format() == "channels_first" else 3


def int_shape(x):
    """The sizes of a tensor as the program sees them."""
    return tuple(x.shape.as_list())


def _check(weights, include_top, classes):
    if (
        _scope_lsp.is_known(weights)
        and _scope_lsp.is_known(include_top)
        and _scope_lsp.is_known(classes)
    ):
        if weights == "imagenet" and include_top and classes != 1000:
            raise ValueError(
                'If using `weights` as `"imagenet"` with `include_top` as true, `classes` should '
                "be 1000"
            )


def _default(shape, size, weights):
    """The input's shape where none is given, of as many channels as the given one."""
    first = _state.image_data_format() == "channels_first"
    depth = 3
    if weights != "imagenet" and shape and len(shape) == 3:
        depth = shape[0] if first else shape[-1]
    return (depth, size, size) if first else (size, size, depth)


def _input_shape(shape, size, smallest, flat, weights):
    """_obtain_input_shape."""
    if not _scope_lsp.is_known(shape) or not _scope_lsp.is_known(flat):
        return shape
    default = _default(shape, size, weights)
    if flat and _scope_lsp.is_known(weights) and weights == "imagenet":
        if shape is not None and tuple(shape) != default:
            raise ValueError(
                "When setting `include_top=True` and loading `imagenet` weights, `input_shape` "
                "should be " + str(default) + "."
            )
        return default
    if not shape:
        if flat:
            return default
        return (
            (3, None, None) if _state.image_data_format() == "channels_first" else (None, None, 3)
        )
    shape = tuple(shape)
    if len(shape) != 3:
        raise ValueError("`input_shape` must be a tuple of three integers.")
    space = shape[1:] if _state.image_data_format() == "channels_first" else shape[:2]
    for length in space:
        if _scope_lsp.is_a(length, int) and length < smallest:
            raise ValueError(
                "Input size must be at least "
                + str(smallest)
                + "x"
                + str(smallest)
                + "; got `input_shape="
                + str(shape)
                + "`"
            )
    if flat and None in shape:
        raise ValueError(
            "If `include_top` is True, you should specify a static `input_shape`. Got `input_shape="
            + str(shape)
            + "`"
        )
    return shape


class Network:
    """One network while it is built: its input first, then its end."""

    def __init__(
        self, include_top, weights, input_tensor, input_shape, classes, size, smallest, flat=None
    ):
        _check(weights, include_top, classes)
        self.include_top = include_top
        self.classes = classes
        self.given = input_tensor
        self.shape = _input_shape(
            input_shape, size, smallest, flat=include_top if flat is None else flat, weights=weights
        )
        if _scope_lsp.is_known(input_tensor) and input_tensor is None:
            self.input = layers.Input(shape=self.shape)
        elif _history.has_history(input_tensor):
            self.input = input_tensor
        else:
            self.input = layers.Input(tensor=input_tensor, shape=self.shape)

    def without_top(self, x, pooling, name=None):
        """The pooling at the end; `name` is that of both kinds but for `max_pool`."""
        if pooling == "avg":
            return layers.GlobalAveragePooling2D(name=name)(x)
        if pooling == "max":
            return layers.GlobalMaxPooling2D(name=name and "max_pool")(x)
        return x

    def classified(self, x, pooling, dense="predictions", pool="avg_pool", named=False):
        """Global pooling with a dense layer, or what stands in their place."""
        if self.include_top:
            x = layers.GlobalAveragePooling2D(name=pool)(x)
            return layers.Dense(self.classes, activation="softmax", name=dense)(x)
        return self.without_top(x, pooling, pool if named else None)

    def model(self, x, name):
        inputs = self.input if self.given is None else get_source_inputs(self.given)
        return Model(inputs, x, name=name)


def normalized(x, name=None, **options):
    return layers.BatchNormalization(axis=channel_axis(), name=name, **options)(x)


def relu(x, name=None):
    return layers.Activation("relu", name=name)(x)


def correct_pad(x, size):
    """What is padded before a convolution of stride 2."""
    size = size if isinstance(size, tuple) else (size, size)
    start = 2 if _state.image_data_format() == "channels_first" else 1
    space = int_shape(x)[start : start + 2]
    adjust = (1, 1) if space[0] is None else (1 - space[0] % 2, 1 - space[1] % 2)
    half = (size[0] // 2, size[1] // 2)
    return ((half[0] - adjust[0], half[0]), (half[1] - adjust[1], half[1]))
