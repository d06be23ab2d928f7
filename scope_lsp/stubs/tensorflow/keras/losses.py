"""`tf.keras.losses`: a loss has its scopes and its shape; of its arithmetic one op is kept.

Modelled on keras/losses.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow._reductions import reduce_mean
from tensorflow._shape import UNSURE
from tensorflow._tensor import base_dtype, convert, create, pop, push


def _loss(name, takes=lambda y_true, y_pred: 0, before=None):
    """A function of labels and predictions: a value for each prediction but its last axis.

    `before` is the type of an op that is made on the way.
    """

    @_scope_lsp.takes(takes, name)
    def loss(y_true, y_pred, *args, **kwargs):
        x = convert(y_pred)
        y = convert(y_true)
        if before is not None:
            create(before, None, UNSURE, dtype=None)
        dims = x._dims[:-1] if isinstance(x._dims, tuple) else UNSURE
        return create("Mean", None, dims, dtype=base_dtype(x), inputs=(x, y))

    loss.__name__ = name
    return loss


mean_squared_error = mse = MSE = _loss("mean_squared_error", before="SquaredDifference")
mean_absolute_error = mae = MAE = _loss("mean_absolute_error")
mean_absolute_percentage_error = mape = MAPE = _loss("mean_absolute_percentage_error")
mean_squared_logarithmic_error = msle = MSLE = _loss("mean_squared_logarithmic_error")
squared_hinge = _loss("squared_hinge")
hinge = _loss("hinge")
categorical_hinge = _loss("categorical_hinge")
huber_loss = _loss("huber_loss")
logcosh = _loss("logcosh")
categorical_crossentropy = _loss(
    "categorical_crossentropy", lambda y_true, y_pred, from_logits=None, label_smoothing=None: 0
)
sparse_categorical_crossentropy = _loss(
    "sparse_categorical_crossentropy", lambda y_true, y_pred, from_logits=None, axis=None: 0
)
binary_crossentropy = _loss(
    "binary_crossentropy", lambda y_true, y_pred, from_logits=None, label_smoothing=None: 0
)
kullback_leibler_divergence = kld = KLD = _loss("kullback_leibler_divergence")
poisson = _loss("poisson")
cosine_similarity = cosine_proximity = cosine = _loss(
    "cosine_proximity", lambda y_true, y_pred, axis=None: 0
)


class Reduction:
    AUTO = "auto"
    NONE = "none"
    SUM = "sum"
    SUM_OVER_BATCH_SIZE = "sum_over_batch_size"


class Loss:
    def __init__(self, reduction="auto", name=None):
        self.reduction = reduction
        self.name = name

    def __call__(self, y_true, y_pred, sample_weight=None):
        push("lambda" if self.name == "<lambda>" else self.name or self.__class__.__name__, None)
        try:
            losses = convert(self.call(y_true, y_pred))
            return losses if self.reduction == "none" else reduce_mean(losses)
        finally:
            pop()

    def call(self, y_true, y_pred):
        return _scope_lsp.unknown("a loss")

    def get_config(self):
        return {"reduction": self.reduction, "name": self.name}

    @classmethod
    def from_config(cls, config):
        return cls(**config)


class LossFunctionWrapper(Loss):
    def __init__(self, fn, reduction="auto", name=None, **kwargs):
        Loss.__init__(self, reduction, name)
        self.fn = fn
        self._fn_kwargs = kwargs

    def call(self, y_true, y_pred):
        return self.fn(y_true, y_pred, **self._fn_kwargs)


def _class(class_name, function, takes=lambda self, reduction="auto", name=None: 0):
    """A loss class of a function; `takes` has the parameters of its constructor."""

    @_scope_lsp.takes(takes)
    def __init__(self, *args, **kwargs):
        Loss.__init__(self, kwargs.get("reduction", "auto"), kwargs.get("name", function.__name__))
        self.fn = function
        self._fn_kwargs = {}

    return type(class_name, (LossFunctionWrapper,), {"__init__": __init__})


MeanSquaredError = _class("MeanSquaredError", mean_squared_error)
MeanAbsoluteError = _class("MeanAbsoluteError", mean_absolute_error)
MeanAbsolutePercentageError = _class("MeanAbsolutePercentageError", mean_absolute_percentage_error)
MeanSquaredLogarithmicError = _class("MeanSquaredLogarithmicError", mean_squared_logarithmic_error)
BinaryCrossentropy = _class(
    "BinaryCrossentropy",
    binary_crossentropy,
    lambda self, from_logits=None, label_smoothing=None, reduction=None, name=None: 0,
)
CategoricalCrossentropy = _class(
    "CategoricalCrossentropy",
    categorical_crossentropy,
    lambda self, from_logits=None, label_smoothing=None, reduction=None, name=None: 0,
)
SparseCategoricalCrossentropy = _class(
    "SparseCategoricalCrossentropy",
    sparse_categorical_crossentropy,
    lambda self, from_logits=None, reduction=None, name=None: 0,
)
Hinge = _class("Hinge", hinge)
SquaredHinge = _class("SquaredHinge", squared_hinge)
CategoricalHinge = _class("CategoricalHinge", categorical_hinge)
Poisson = _class("Poisson", poisson)
LogCosh = _class("LogCosh", logcosh)
KLDivergence = _class("KLDivergence", kullback_leibler_divergence)
Huber = _class("Huber", huber_loss, lambda self, delta=None, reduction=None, name=None: 0)
CosineSimilarity = _class(
    "CosineSimilarity", cosine_similarity, lambda self, axis=None, reduction=None, name=None: 0
)


def serialize(loss):
    return getattr(loss, "__name__", loss)


def deserialize(name, custom_objects=None):
    if custom_objects and name in custom_objects:
        return custom_objects[name]
    found = globals().get(name)
    return _scope_lsp.unknown("a loss by name") if found is None else found


def get(identifier):
    if not _scope_lsp.is_known(identifier) or not isinstance(identifier, str):
        return identifier
    found = deserialize(identifier)
    return found() if isinstance(found, type) else found
