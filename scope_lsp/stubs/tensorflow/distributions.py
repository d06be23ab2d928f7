"""`tf.distributions`: what their tensors depend on, their shapes, the scopes that they open.

Of the ops inside a method only the result's is made: the method has a name scope of its own.

Modelled on ops/distributions/distribution.py of TensorFlow 1.15.5 and the classes beside it.
"""

import _scope_lsp

from tensorflow import _dtypes
from tensorflow._dims import broadcast
from tensorflow._shape import UNSURE, as_dims, reveal
from tensorflow._tensor import base_dtype, convert, create, pop, push
from tensorflow._unmodelled import lookup as _lookup
from tensorflow._values import dtype_of

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


class Distribution:
    _event = 0
    """How many of the last dimensions of the first parameter are one event."""
    _inner = 0
    """How many of them are neither batch nor event: the classes of a categorical one."""
    _sampled_by_gradient = True

    def __init__(self, dtype=None, reparameterization_type=None, validate_args=False, allow_nan_stats=True, parameters=None, graph_parents=None, name=None):
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
                self._event_dims = dims[len(dims) - self._event:] if self._event else ()
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
        result = create("Identity", "result", dims, dtype=self._dtype if dtype is None else dtype, inputs=(*self._given, *more) if differentiable else ())
        pop()
        pop()
        return result

    def sample(self, sample_shape=(), seed=None, name="sample"):
        shape = as_dims(sample_shape)
        if _scope_lsp.is_known(sample_shape) and isinstance(sample_shape, int):
            shape = (sample_shape,)
        return self._make(name, _joined(shape, self._batch, self._event_dims), differentiable=self._sampled_by_gradient)

    def _of_value(self, value, name):
        value = convert(value, name="value")
        dims = value._dims
        if self._event and isinstance(dims, tuple):
            dims = dims[:len(dims) - self._event]
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
        return self._make(name, _joined(self._batch, self._event_dims), differentiable=self._sampled_by_gradient)

    def stddev(self, name="stddev"):
        return self._make(name, _joined(self._batch, self._event_dims), self._float())

    def variance(self, name="variance"):
        return self._make(name, _joined(self._batch, self._event_dims), self._float())

    def covariance(self, name="covariance"):
        return self._make(name, _joined(self._batch, self._event_dims, self._event_dims), self._float())

    def kl_divergence(self, other, name="kl_divergence"):
        return self._against(other, name)

    def cross_entropy(self, other, name="cross_entropy"):
        return self._against(other, name)

    def _against(self, other, name):
        if not (_scope_lsp.is_known(other) and isinstance(other, Distribution)):
            return _scope_lsp.unknown("a divergence from a distribution that is not known")
        return self._make(name, broadcast(self._batch, other._batch), self._float(), more=other._given)

    def batch_shape_tensor(self, name="batch_shape_tensor"):
        return self._make(name, (len(self._batch),) if isinstance(self._batch, tuple) else (None,), _dtypes.int32, more=(), differentiable=False)

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


def _of_two(first, second):
    """A class with two parameters that broadcast."""

    class Made(Distribution):
        def __init__(self, a, b, validate_args, allow_nan_stats, name):
            self._begin(name, None)
            a, b = convert(a, name=first), convert(b, name=second)
            setattr(self, first, a)
            setattr(self, second, b)
            self._end([a, b])

    return Made


class Normal(_of_two("loc", "scale")):
    def __init__(self, loc, scale, validate_args=False, allow_nan_stats=True, name="Normal"):
        super().__init__(loc, scale, validate_args, allow_nan_stats=allow_nan_stats, name=name)


class Laplace(_of_two("loc", "scale")):
    def __init__(self, loc, scale, validate_args=False, allow_nan_stats=True, name="Laplace"):
        super().__init__(loc, scale, validate_args, allow_nan_stats=allow_nan_stats, name=name)


class Uniform(_of_two("low", "high")):
    def __init__(self, low=0.0, high=1.0, validate_args=False, allow_nan_stats=True, name="Uniform"):
        super().__init__(low, high, validate_args, allow_nan_stats=allow_nan_stats, name=name)


class Gamma(_of_two("concentration", "rate")):
    def __init__(self, concentration, rate, validate_args=False, allow_nan_stats=True, name="Gamma"):
        super().__init__(concentration, rate, validate_args, allow_nan_stats=allow_nan_stats, name=name)


class Beta(_of_two("concentration1", "concentration0")):
    def __init__(self, concentration1=None, concentration0=None, validate_args=False, allow_nan_stats=True, name="Beta"):
        super().__init__(concentration1, concentration0, validate_args, allow_nan_stats=allow_nan_stats, name=name)


class StudentT(Distribution):
    def __init__(self, df, loc, scale, validate_args=False, allow_nan_stats=True, name="StudentT"):
        self._begin(name, None)
        self.df, self.loc, self.scale = convert(df, name="df"), convert(loc, name="loc"), convert(scale, name="scale")
        self._end([self.df, self.loc, self.scale])


class Exponential(Distribution):
    def __init__(self, rate, validate_args=False, allow_nan_stats=True, name="Exponential"):
        self._begin(name, None)
        self.rate = convert(rate, name="rate")
        self._end([self.rate])


class _Discrete(Distribution):
    _sampled_by_gradient = False

    def _given_by(self, name, logits, probs, dtype):
        self._begin(name, None)
        given = convert(probs if logits is None else logits, name="probs" if logits is None else "logits")
        other = create("Identity", "derived", given._dims, dtype=base_dtype(given), inputs=(given,))
        self.logits, self.probs = (other, given) if logits is None else (given, other)
        self._end([given], base_dtype(given) if dtype is None else dtype)


class Bernoulli(_Discrete):
    def __init__(self, logits=None, probs=None, dtype=_dtypes.int32, validate_args=False, allow_nan_stats=True, name="Bernoulli"):
        self._given_by(name, logits, probs, dtype=dtype)


class Categorical(_Discrete):
    _inner = 1

    def __init__(self, logits=None, probs=None, dtype=_dtypes.int32, validate_args=False, allow_nan_stats=True, name="Categorical"):
        self._given_by(name, logits, probs, dtype=dtype)

    @property
    def event_size(self):
        dims = self._given[0]._dims
        return dims[-1] if isinstance(dims, tuple) else None


class Multinomial(_Discrete):
    _event = 1

    def __init__(self, total_count, logits=None, probs=None, validate_args=False, allow_nan_stats=True, name="Multinomial"):
        self._given_by(name, logits, probs, dtype=None)
        self.total_count = convert(total_count, self._dtype, name="total_count")
        self._batch = broadcast(self._batch, self.total_count._dims)


class Dirichlet(Distribution):
    _event = 1

    def __init__(self, concentration, validate_args=False, allow_nan_stats=True, name="Dirichlet"):
        self._begin(name, None)
        self.concentration = convert(concentration, name="concentration")
        self._end([self.concentration])


class DirichletMultinomial(Distribution):
    _event = 1
    _sampled_by_gradient = False

    def __init__(self, total_count, concentration, validate_args=False, allow_nan_stats=True, name="DirichletMultinomial"):
        self._begin(name, None)
        self.concentration = convert(concentration, name="concentration")
        self.total_count = convert(total_count, base_dtype(self.concentration), name="total_count")
        self._end([self.concentration])
        self._batch = broadcast(self._batch, self.total_count._dims)


class RegisterKL:
    def __init__(self, dist_cls_a, dist_cls_b):
        pass

    def __call__(self, kl_fn):
        return kl_fn


def kl_divergence(distribution_a, distribution_b, allow_nan_stats=True, name=None):
    if not (_scope_lsp.is_known(distribution_a) and isinstance(distribution_a, Distribution)):
        return _scope_lsp.unknown("a divergence of a distribution that is not known")
    if not (_scope_lsp.is_known(distribution_b) and isinstance(distribution_b, Distribution)):
        return _scope_lsp.unknown("a divergence from a distribution that is not known")
    push("KullbackLeibler", None)
    dims = broadcast(distribution_a._batch, distribution_b._batch)
    result = create("Identity", name or "kl", dims, dtype=distribution_a._float(), inputs=(*distribution_a._given, *distribution_b._given))
    pop()
    return result


def __getattr__(name):
    return _lookup("distributions." + name)
