"""`keras_applications`: the networks of both Keras, which are given the modules that they use.

TensorFlow 1.15.5 requires this package, so it is there wherever TensorFlow is.  The networks
themselves are in `tensorflow.keras.applications` and `keras.applications`.

Modelled on keras_applications/__init__.py, version 1.0.8.
"""

import _scope_lsp

_KERAS_BACKEND = None
_KERAS_LAYERS = None
_KERAS_MODELS = None
_KERAS_UTILS = None
__version__ = "1.0.8"

_NETWORKS = (
    "densenet inception_resnet_v2 inception_v3 mobilenet mobilenet_v2 nasnet resnet resnet50 "
    "resnet_v2 vgg16 vgg19 xception"
).split()


def get_submodules_from_kwargs(kwargs):
    for key in kwargs.keys():
        if key not in ["backend", "layers", "models", "utils"]:
            raise TypeError("Invalid keyword argument: %s", key)
    return (
        kwargs.get("backend", _KERAS_BACKEND),
        kwargs.get("layers", _KERAS_LAYERS),
        kwargs.get("models", _KERAS_MODELS),
        kwargs.get("utils", _KERAS_UTILS),
    )


def correct_pad(backend, inputs, kernel_size):
    """What is padded before a convolution of stride 2."""
    size = kernel_size if isinstance(kernel_size, tuple) else (kernel_size, kernel_size)
    start = 2 if backend.image_data_format() == "channels_first" else 1
    space = backend.int_shape(inputs)[start : start + 2]
    adjust = (1, 1) if space[0] is None else (1 - space[0] % 2, 1 - space[1] % 2)
    half = (size[0] // 2, size[1] // 2)
    return ((half[0] - adjust[0], half[0]), (half[1] - adjust[1], half[1]))


def __getattr__(name):
    if name in _NETWORKS or name == "imagenet_utils":
        return __import__("keras_applications." + name, fromlist=["*"])
    if name[:2] == "__":
        raise AttributeError(name)
    return _scope_lsp.unknown_code("keras_applications." + name + " is not modelled", True)
