"""`tf.distributions`: what their tensors depend on, their shapes, the scopes that they open.

Of the ops inside a method only the result's is made: the method has a name scope of its own.

Modelled on ops/distributions/distribution.py of TensorFlow 1.15.5 and the classes beside it.
"""

import _scope_lsp

from tensorflow import _dtypes
from tensorflow._dims import broadcast
from tensorflow._distribution import (
    FULLY_REPARAMETERIZED,
    NOT_REPARAMETERIZED,
    Distribution,
    ReparameterizationType,
    unnamed,
)
from tensorflow._tensor import base_dtype, convert, pop, push
from tensorflow._unmodelled import lookup as _lookup


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
    def __init__(
        self, low=0.0, high=1.0, validate_args=False, allow_nan_stats=True, name="Uniform"
    ):
        super().__init__(low, high, validate_args, allow_nan_stats=allow_nan_stats, name=name)


class Gamma(_of_two("concentration", "rate")):
    def __init__(
        self, concentration, rate, validate_args=False, allow_nan_stats=True, name="Gamma"
    ):
        super().__init__(
            concentration, rate, validate_args, allow_nan_stats=allow_nan_stats, name=name
        )


class Beta(_of_two("concentration1", "concentration0")):
    def __init__(
        self,
        concentration1=None,
        concentration0=None,
        validate_args=False,
        allow_nan_stats=True,
        name="Beta",
    ):
        super().__init__(
            concentration1,
            concentration0,
            validate_args,
            allow_nan_stats=allow_nan_stats,
            name=name,
        )


class StudentT(Distribution):
    def __init__(self, df, loc, scale, validate_args=False, allow_nan_stats=True, name="StudentT"):
        self._begin(name, None)
        self.df, self.loc, self.scale = (
            convert(df, name="df"),
            convert(loc, name="loc"),
            convert(scale, name="scale"),
        )
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
        given = convert(
            probs if logits is None else logits, name="probs" if logits is None else "logits"
        )
        other = unnamed(given._dims, dtype=base_dtype(given), inputs=(given,))
        self.logits, self.probs = (other, given) if logits is None else (given, other)
        self._end([given], base_dtype(given) if dtype is None else dtype)


class Bernoulli(_Discrete):
    def __init__(
        self,
        logits=None,
        probs=None,
        dtype=_dtypes.int32,
        validate_args=False,
        allow_nan_stats=True,
        name="Bernoulli",
    ):
        self._given_by(name, logits, probs, dtype=dtype)


class Categorical(_Discrete):
    _inner = 1

    def __init__(
        self,
        logits=None,
        probs=None,
        dtype=_dtypes.int32,
        validate_args=False,
        allow_nan_stats=True,
        name="Categorical",
    ):
        self._given_by(name, logits, probs, dtype=dtype)

    @property
    def event_size(self):
        dims = self._given[0]._dims
        return dims[-1] if isinstance(dims, tuple) else None


class Multinomial(_Discrete):
    _event = 1

    def __init__(
        self,
        total_count,
        logits=None,
        probs=None,
        validate_args=False,
        allow_nan_stats=True,
        name="Multinomial",
    ):
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

    def __init__(
        self,
        total_count,
        concentration,
        validate_args=False,
        allow_nan_stats=True,
        name="DirichletMultinomial",
    ):
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
    result = unnamed(
        dims,
        dtype=distribution_a._float(),
        inputs=(*distribution_a._given, *distribution_b._given),
    )
    pop()
    return result


def __getattr__(name):
    return _lookup("distributions." + name)
