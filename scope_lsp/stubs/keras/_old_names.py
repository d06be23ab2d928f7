"""The arguments and layers of Keras 1, which Keras 2 still takes.

Modelled on keras/legacy/{interfaces,layers}.py of Keras 2.2.4.
"""

import _scope_lsp

from keras._layer import kind_of

_RENAMED = {
    "W_constraint": "kernel_constraint",
    "W_regularizer": "kernel_regularizer",
    "U_regularizer": "recurrent_regularizer",
    "b_constraint": "bias_constraint",
    "b_regularizer": "bias_regularizer",
    "beta_init": "beta_initializer",
    "bias": "use_bias",
    "border_mode": "padding",
    "depthwise_init": "depthwise_initializer",
    "dim_ordering": "data_format",
    "dropout_U": "recurrent_dropout",
    "dropout_W": "dropout",
    "filter_length": "kernel_size",
    "gamma_init": "gamma_initializer",
    "init": "kernel_initializer",
    "inner_activation": "recurrent_activation",
    "inner_init": "recurrent_initializer",
    "nb_filter": "filters",
    "output_dim": "units",
    "p": "rate",
    "pointwise_init": "pointwise_initializer",
    "pool_length": "pool_size",
    "sigma": "stddev",
    "stride": "strides",
    "subsample": "strides",
    "subsample_length": "strides",
}
_OF_EMBEDDING = {
    "W_constraint": "embeddings_constraint",
    "W_regularizer": "embeddings_regularizer",
    "init": "embeddings_initializer",
    "output_dim": "output_dim",
}
_DROPPED = ("consume_less", "forget_bias_init", "output_shape_")
_VALUES = {"th": "channels_first", "tf": "channels_last", "default": None}


def takes_old_names(cls, renamed=(), sizes=0):
    """Lets a class take the arguments of Keras 1; `sizes` numbers may stand for a kernel's size."""
    original = cls.__init__
    names = dict(_RENAMED, **dict(renamed))

    def __init__(self, *args, **kwargs):
        if kind_of(self.__class__) is not cls:  # of another layer that is made of this one
            return original(self, *args, **kwargs)
        if sizes > 1 and len(args) > sizes and _scope_lsp.ints(args[1 : sizes + 1]) is not None:
            args = (args[0], tuple(args[1 : sizes + 1])) + args[sizes + 1 :]
        if sizes and "nb_row" in kwargs:
            kernel = (kwargs.pop("nb_row"), kwargs.pop("nb_col"))
            kwargs["kernel_size"] = (
                (kwargs.pop("kernel_dim1"),) + kernel if "kernel_dim1" in kwargs else kernel
            )
        for old in list(kwargs):
            if old in _DROPPED:
                kwargs.pop(old)
            elif old in names:
                value = kwargs.pop(old)
                kwargs[names[old]] = _VALUES.get(value, value) if old == "dim_ordering" else value
        original(self, *args, **kwargs)

    __init__._original = getattr(original, "_original", original)
    cls.__init__ = __init__
    return cls


def add_old_names(layers):
    """Does so for all layers that had other arguments in Keras 1."""
    for name in (
        "Dense Dropout SpatialDropout1D SpatialDropout2D SpatialDropout3D GaussianDropout "
        "GaussianNoise BatchNormalization PReLU"
    ).split():
        takes_old_names(layers[name])
    for name in "LSTM GRU SimpleRNN".split():
        takes_old_names(layers[name])
    for name in "MaxPooling AveragePooling".split():
        for rank in (1, 2, 3):
            takes_old_names(layers[name + str(rank) + "D"])
    for name in "GlobalMaxPooling GlobalAveragePooling".split():
        for rank in (2, 3):
            takes_old_names(layers[name + str(rank) + "D"])
    for name in (
        "UpSampling2D",
        "UpSampling3D",
        "ZeroPadding2D",
        "ZeroPadding3D",
        "Cropping2D",
        "Cropping3D",
    ):
        takes_old_names(layers[name])
    takes_old_names(layers["Embedding"], _OF_EMBEDDING)
    for name, sizes in (
        ("Conv1D", 1),
        ("Conv2D", 2),
        ("Conv3D", 3),
        ("SeparableConv2D", 2),
        ("Conv2DTranspose", 2),
    ):
        takes_old_names(layers[name], (), sizes)


def merge(
    inputs,
    mode="sum",
    concat_axis=-1,
    dot_axes=-1,
    output_shape=None,
    output_mask=None,
    arguments=None,
    name=None,
):
    from keras import layers  # imports this module itself

    if not _scope_lsp.is_known(mode):
        return _scope_lsp.unknown("a merge by an unknown mode")
    if callable(mode):
        return layers.Lambda(mode, output_shape, output_mask, arguments=arguments, name=name)(
            inputs
        )
    made = {
        "sum": layers.Add,
        "mul": layers.Multiply,
        "ave": layers.Average,
        "max": layers.Maximum,
    }.get(mode)
    if made is not None:
        return made(name=name)(inputs)
    if mode == "concat":
        return layers.Concatenate(concat_axis, name=name)(inputs)
    return layers.Dot(dot_axes, normalize=mode == "cos", name=name)(inputs)


def unchanged(function):
    """A decorator of keras.legacy.interfaces: the arguments of Keras 1 are translated elsewhere."""
    return function
