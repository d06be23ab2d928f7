"""`tf.distributions.Distribution`: what all distributions have.

Modelled on ops/distributions/distribution.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow import _dtypes
from tensorflow._dims import broadcast
from tensorflow._shape import UNSURE, as_dims, reveal
from tensorflow._tensor import Tensor, base_dtype, convert, pop, push
from tensorflow._tensor_util import dtype_of

FULLY_REPARAMETERIZED = "FULLY_REPARAMETERIZED"
NOT_REPARAMETERIZED = "NOT_REPARAMETERIZED"


class ReparameterizationType:
    def __init__(self, rep_type):
        self._rep_type = rep_type


def _joined(*parts):
    """Dimensions one after the other, where all of them are known."""
    found = ()
    for dims in parts:
        if not isinstance(dims, tuple):
            return dims
        found += dims
    return found


def unnamed(dims, dtype, inputs):
    """What the last of several ops gives: which, and what it is called, differs by class."""
    return Tensor(
        _scope_lsp.unknown("the name of a tensor"), "", dims, dtype=dtype, value=None, inputs=inputs
    )


class Distribution:
    _event = 0
    """How many of the last dimensions of the first parameter are one event."""
    _inner = 0
    """How many of them are neither batch nor event: the classes of a categorical one."""
    _sampled_by_gradient = True

    def __init__(
        self,
        dtype=None,
        reparameterization_type=None,
        validate_args=False,
        allow_nan_stats=True,
        parameters=None,
        graph_parents=None,
        name=None,
    ):
        self._begin(name, type(self).__name__)
        pop()
        self._given = [convert(x) for x in graph_parents or ()]
        self._dtype = dtype_of(dtype) if dtype is not None else _dtypes.float32
        self._batch = self._event_dims = UNSURE

    def _begin(self, name, default):
        self._name = push(name, default)

    def _end(self, given, dtype=None):
        self._given = given
        self._dtype = base_dtype(given[0]) if dtype is None else dtype_of(dtype)
        batch = ()
        inner = self._event + self._inner
        for i, x in enumerate(given):
            dims = x._dims
            if i == 0 and isinstance(dims, tuple):
                self._event_dims = dims[len(dims) - self._event :] if self._event else ()
            elif i == 0:
                self._event_dims = (None,) * self._event
            if isinstance(dims, tuple) and inner:
                dims = dims[:-inner] if len(dims) >= inner else ()
            batch = broadcast(batch, dims)
        self._batch = batch
        pop()

    def _make(self, method, dims, dtype=None, more=(), differentiable=True):
        push(self._name, None)
        push(method, None)
        result = unnamed(
            dims,
            dtype=self._dtype if dtype is None else dtype,
            inputs=(*self._given, *more) if differentiable else (),
        )
        pop()
        pop()
        return result

    def sample(self, sample_shape=(), seed=None, name="sample"):
        shape = as_dims(sample_shape)
        if _scope_lsp.is_known(sample_shape) and isinstance(sample_shape, int):
            shape = (sample_shape,)
        return self._make(
            name,
            _joined(shape, self._batch, self._event_dims),
            differentiable=self._sampled_by_gradient,
        )

    def _of_value(self, value, name):
        value = convert(value, name="value")
        dims = value._dims
        if self._event and isinstance(dims, tuple):
            dims = dims[: len(dims) - self._event]
        return self._make(name, broadcast(dims, self._batch), self._float(), more=(value,))

    def _float(self):
        return base_dtype(self._given[0]) if self._given else self._dtype

    def log_prob(self, value, name="log_prob"):
        return self._of_value(value, name)

    def prob(self, value, name="prob"):
        return self._of_value(value, name)

    def log_cdf(self, value, name="log_cdf"):
        return self._of_value(value, name)

    def cdf(self, value, name="cdf"):
        return self._of_value(value, name)

    def log_survival_function(self, value, name="log_survival_function"):
        return self._of_value(value, name)

    def survival_function(self, value, name="survival_function"):
        return self._of_value(value, name)

    def quantile(self, value, name="quantile"):
        return self._of_value(value, name)

    def entropy(self, name="entropy"):
        return self._make(name, self._batch, self._float())

    def mean(self, name="mean"):
        return self._make(name, _joined(self._batch, self._event_dims), self._float())

    def mode(self, name="mode"):
        return self._make(
            name, _joined(self._batch, self._event_dims), differentiable=self._sampled_by_gradient
        )

    def stddev(self, name="stddev"):
        return self._make(name, _joined(self._batch, self._event_dims), self._float())

    def variance(self, name="variance"):
        return self._make(name, _joined(self._batch, self._event_dims), self._float())

    def covariance(self, name="covariance"):
        return self._make(
            name, _joined(self._batch, self._event_dims, self._event_dims), self._float()
        )

    def kl_divergence(self, other, name="kl_divergence"):
        return self._against(other, name)

    def cross_entropy(self, other, name="cross_entropy"):
        return self._against(other, name)

    def _against(self, other, name):
        if not (_scope_lsp.is_known(other) and isinstance(other, Distribution)):
            return _scope_lsp.unknown("a divergence from a distribution that is not known")
        return self._make(
            name, broadcast(self._batch, other._batch), self._float(), more=other._given
        )

    def batch_shape_tensor(self, name="batch_shape_tensor"):
        return self._make(
            name,
            (len(self._batch),) if isinstance(self._batch, tuple) else (None,),
            _dtypes.int32,
            more=(),
            differentiable=False,
        )

    def event_shape_tensor(self, name="event_shape_tensor"):
        return self._make(name, (self._event,), _dtypes.int32, more=(), differentiable=False)

    def is_scalar_event(self, name="is_scalar_event"):
        return self._make(name, (), _dtypes.bool, more=(), differentiable=False)

    def is_scalar_batch(self, name="is_scalar_batch"):
        return self._make(name, (), _dtypes.bool, more=(), differentiable=False)

    @property
    def batch_shape(self):
        return reveal(self._batch)

    @property
    def event_shape(self):
        return reveal(self._event_dims)

    @property
    def dtype(self):
        return self._dtype

    @property
    def name(self):
        return self._name

    @property
    def reparameterization_type(self):
        return FULLY_REPARAMETERIZED if self._sampled_by_gradient else NOT_REPARAMETERIZED

    @property
    def parameters(self):
        return _scope_lsp.unknown("the parameters of a distribution")

    def __getattr__(self, name):
        if name[:1] == "_":
            raise AttributeError(name)
        return _scope_lsp.unknown("an attribute of a distribution")
