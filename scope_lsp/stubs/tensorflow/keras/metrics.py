"""`tf.keras.metrics`: the variables of each metric, made when it is constructed.

Modelled on keras/metrics.py of TensorFlow 1.15.5.
"""

import inspect

import _scope_lsp

from tensorflow import _dtypes, _init_ops
from tensorflow._casts import cast
from tensorflow._refusals import refuse
from tensorflow._tensor import convert, create, dtype_of
from tensorflow.keras import _state
from tensorflow.keras._layer import Layer
from tensorflow.keras.losses import (
    KLD,
    MAE,
    MAPE,
    MSE,
    MSLE,
    _loss,
    binary_crossentropy,
    categorical_crossentropy,
    categorical_hinge,
    cosine,
    cosine_proximity,
    cosine_similarity,
    hinge,
    kld,
    kullback_leibler_divergence,
    logcosh,
    mae,
    mape,
    mean_absolute_error,
    mean_absolute_percentage_error,
    mean_squared_error,
    mean_squared_logarithmic_error,
    mse,
    msle,
    poisson,
    sparse_categorical_crossentropy,
    squared_hinge,
)


class Metric(Layer):
    stateful = True

    def __init__(self, name=None, dtype=None, **kwargs):
        super(Metric, self).__init__(name=name, dtype=dtype, **kwargs)
        self.built = True
        if self._dtype_name is None:
            self._dtype_name = dtype_of(_state.floatx())

    def __call__(self, *args, **kwargs):
        self.update_state(*args, **kwargs)
        result = self.result()
        if _scope_lsp.is_known(result):
            result._metric_obj = self
        return result

    def get_config(self):
        found = inspect.getfullargspec(type(self).__init__)
        takes = found.args + (["name", "dtype"] if found.varkw else [])
        return {key: value for key, value in Layer.get_config(self).items() if key in takes}

    def reset_states(self):
        return None

    @_scope_lsp.takes(None)  # a program's own class has its own
    def update_state(self, *args, **kwargs):
        return _scope_lsp.unknown("an update of a metric")

    def result(self):
        return create("Identity", None, (), dtype=self._dtype_name)

    def add_weight(
        self, name, shape=(), aggregation=None, synchronization=None, initializer=None, dtype=None
    ):
        return Layer.add_weight(
            self,
            name,
            shape,
            dtype=self._dtype_name if dtype is None else dtype,
            initializer=initializer,
            trainable=False,
            collections=[],
        )


_zeros = _init_ops.Zeros()


class Reduce(Metric):
    def __init__(self, reduction, name, dtype=None):
        Metric.__init__(self, name=name, dtype=dtype)
        self.reduction = reduction
        self.total = self.add_weight("total", initializer=_zeros)
        if reduction != "sum":
            self.count = self.add_weight("count", initializer=_zeros)


class Sum(Reduce):
    def __init__(self, name="sum", dtype=None):
        Reduce.__init__(self, "sum", name, dtype=dtype)


class Mean(Reduce):
    def __init__(self, name="mean", dtype=None):
        Reduce.__init__(self, "weighted_mean", name, dtype=dtype)


class MeanRelativeError(Mean):
    def __init__(self, normalizer, name=None, dtype=None):
        Mean.__init__(self, name=name, dtype=dtype)
        self.normalizer = normalizer


class MeanMetricWrapper(Mean):
    def __init__(self, fn, name=None, dtype=None, **kwargs):
        Mean.__init__(self, name, dtype)
        self._fn = fn
        self._fn_kwargs = kwargs

    def update_state(self, y_true, y_pred, sample_weight=None):
        return self._fn(y_true, y_pred, **self._fn_kwargs)


class RootMeanSquaredError(Mean):
    def __init__(self, name="root_mean_squared_error", dtype=None):
        Mean.__init__(self, name, dtype)


class MeanTensor(Metric):
    def __init__(self, name="mean_tensor", dtype=None):
        Metric.__init__(self, name, dtype)
        self.built = False

    def update_state(self, values, sample_weight=None):
        shape = cast(convert(values), self._dtype_name).shape
        if not self.built:
            self._shape = shape
            self._total = self.add_weight("total", shape, initializer=_zeros)
            self._count = self.add_weight("count", shape, initializer=_zeros)
            self.built = True
        elif shape.is_fully_defined() and self._shape.is_fully_defined() and shape != self._shape:
            refuse(
                "MeanTensor input values must always have the same shape. Expected shape (set "
                "during the first call): {}. Got: {}".format(self._shape, shape)
            )


class MeanIoU(Metric):
    def __init__(self, num_classes, name=None, dtype=None):
        Metric.__init__(self, name, dtype)
        self.num_classes = num_classes
        self.total_cm = self.add_weight(
            "total_confusion_matrix",
            (num_classes, num_classes),
            initializer=_zeros,
            dtype=_dtypes.float64,
        )


def _count(thresholds):
    if thresholds is None:
        return 1
    return len(thresholds) if isinstance(thresholds, (list, tuple)) else 1


class _Counts(Metric):
    """Counts at thresholds."""

    def _add(self, names, count):
        for name in names.split():
            setattr(self, name, self.add_weight(name, (count,), initializer=_zeros))


def _condition(name):
    class Count(_Counts):
        def __init__(self, thresholds=None, name=None, dtype=None):
            Metric.__init__(self, name, dtype)
            self._add("accumulator", _count(thresholds))

    Count.__name__ = name
    return Count


FalsePositives = _condition("FalsePositives")
FalseNegatives = _condition("FalseNegatives")
TrueNegatives = _condition("TrueNegatives")
TruePositives = _condition("TruePositives")


class Precision(_Counts):
    def __init__(self, thresholds=None, top_k=None, class_id=None, name=None, dtype=None):
        Metric.__init__(self, name, dtype)
        self._add("true_positives false_positives", _count(thresholds))


class Recall(_Counts):
    def __init__(self, thresholds=None, top_k=None, class_id=None, name=None, dtype=None):
        Metric.__init__(self, name, dtype)
        self._add("true_positives false_negatives", _count(thresholds))


_ALL = "true_positives true_negatives false_positives false_negatives"


class SensitivityAtSpecificity(_Counts):
    def __init__(self, specificity, num_thresholds=200, name=None, dtype=None):
        Metric.__init__(self, name, dtype)
        self._add(_ALL, num_thresholds)


class SpecificityAtSensitivity(_Counts):
    def __init__(self, sensitivity, num_thresholds=200, name=None, dtype=None):
        Metric.__init__(self, name, dtype)
        self._add(_ALL, num_thresholds)


class AUC(_Counts):
    def __init__(
        self,
        num_thresholds=200,
        curve="ROC",
        summation_method="interpolation",
        name=None,
        dtype=None,
        thresholds=None,
    ):
        Metric.__init__(self, name, dtype)
        self._add(_ALL, num_thresholds if thresholds is None else len(thresholds) + 2)


accuracy = _loss("accuracy")
binary_accuracy = _loss("binary_accuracy", lambda y_true, y_pred, threshold=None: 0)
categorical_accuracy = _loss("categorical_accuracy")
sparse_categorical_accuracy = _loss("sparse_categorical_accuracy")
top_k_categorical_accuracy = _loss("top_k_categorical_accuracy", lambda y_true, y_pred, k=None: 0)
sparse_top_k_categorical_accuracy = _loss(
    "sparse_top_k_categorical_accuracy", lambda y_true, y_pred, k=None: 0
)


def _wrapped(class_name, function, own=(), takes=lambda self, name=None, dtype=None: 0):
    """A class of metrics that are the mean of a function; `own` arguments come before its name.

    `takes` has the parameters of its constructor.
    """

    class Wrapped(MeanMetricWrapper):
        @_scope_lsp.takes(takes)
        def __init__(self, *args, **kwargs):
            given = dict(zip(own + ("name", "dtype"), args), **kwargs)
            self._given = given
            MeanMetricWrapper.__init__(
                self, function, given.get("name", function.__name__), dtype=given.get("dtype")
            )

        def get_config(self):
            return dict(self._given, name=self._name, dtype=self.dtype)

    Wrapped.__name__ = class_name
    return Wrapped


Accuracy = _wrapped("Accuracy", accuracy)
BinaryAccuracy = _wrapped(
    "BinaryAccuracy", binary_accuracy, takes=lambda self, name=None, dtype=None, threshold=None: 0
)
CategoricalAccuracy = _wrapped("CategoricalAccuracy", categorical_accuracy)
SparseCategoricalAccuracy = _wrapped("SparseCategoricalAccuracy", sparse_categorical_accuracy)
TopKCategoricalAccuracy = _wrapped(
    "TopKCategoricalAccuracy",
    top_k_categorical_accuracy,
    ("k",),
    takes=lambda self, k=None, name=None, dtype=None: 0,
)
SparseTopKCategoricalAccuracy = _wrapped(
    "SparseTopKCategoricalAccuracy",
    sparse_top_k_categorical_accuracy,
    ("k",),
    takes=lambda self, k=None, name=None, dtype=None: 0,
)
CosineSimilarity = _wrapped(
    "CosineSimilarity",
    _loss("cosine_similarity"),
    takes=lambda self, name=None, dtype=None, axis=None: 0,
)
MeanAbsoluteError = _wrapped("MeanAbsoluteError", mean_absolute_error)
MeanAbsolutePercentageError = _wrapped(
    "MeanAbsolutePercentageError", mean_absolute_percentage_error
)
MeanSquaredError = _wrapped("MeanSquaredError", mean_squared_error)
MeanSquaredLogarithmicError = _wrapped(
    "MeanSquaredLogarithmicError", mean_squared_logarithmic_error
)
Hinge = _wrapped("Hinge", hinge)
SquaredHinge = _wrapped("SquaredHinge", squared_hinge)
CategoricalHinge = _wrapped("CategoricalHinge", categorical_hinge)
LogCoshError = _wrapped("LogCoshError", logcosh)
Poisson = _wrapped("Poisson", poisson)
KLDivergence = _wrapped("KLDivergence", kullback_leibler_divergence)
BinaryCrossentropy = _wrapped(
    "BinaryCrossentropy",
    binary_crossentropy,
    takes=lambda self, name=None, dtype=None, from_logits=None, label_smoothing=None: 0,
)
CategoricalCrossentropy = _wrapped(
    "CategoricalCrossentropy",
    categorical_crossentropy,
    takes=lambda self, name=None, dtype=None, from_logits=None, label_smoothing=None: 0,
)
SparseCategoricalCrossentropy = _wrapped(
    "SparseCategoricalCrossentropy",
    sparse_categorical_crossentropy,
    takes=lambda self, name=None, dtype=None, from_logits=None, axis=None: 0,
)


def get(identifier):
    if _scope_lsp.is_a(identifier, dict):
        cls = globals().get(identifier["class_name"])
        if cls is None:
            raise ValueError("Unknown metric function: " + identifier["class_name"])
        return cls.from_config(identifier["config"])
    if not _scope_lsp.is_known(identifier) or not isinstance(identifier, str):
        return identifier
    found = globals().get(identifier)
    if found is None:
        return _scope_lsp.unknown("a metric by name")
    return found() if isinstance(found, type) else found


def clone_metric(metric):
    if not _scope_lsp.is_known(metric) or not isinstance(metric, Metric):
        return metric
    return metric.__class__.from_config(metric.get_config())
