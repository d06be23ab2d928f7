"""`numpy.random`: arrays of known shape and unknown elements."""

import _scope_lsp

from numpy._array import ndarray, result, unknown


def _sized(size):
    if size is None:
        return unknown()
    return ndarray(size)


def _distribution(*args, **kwargs):
    """uniform, normal and the like: two parameters, then a size."""
    size = kwargs.get("size", args[2] if len(args) > 2 else None)
    return _sized(size)


def _one_parameter(*args, **kwargs):
    return _sized(kwargs.get("size", args[1] if len(args) > 1 else None))


uniform = normal = beta = gamma = laplace = logistic = gumbel = binomial = _distribution
exponential = poisson = geometric = standard_t = dirichlet = _one_parameter


def randint(low, high=None, size=None, dtype="int64"):
    return unknown() if size is None else ndarray(size, dtype)


random_integers = randint


def rand(*shape):
    return result(shape, "float64")


randn = rand


def random(size=None):
    return _sized(size)


random_sample = ranf = sample = standard_normal = random


def choice(a, size=None, replace=True, p=None):
    return unknown() if size is None else ndarray(size, "int64")


def multivariate_normal(mean, cov, size=None, *args, **kwargs):
    from numpy import shape  # imports this module itself

    dims = shape(mean)
    if size is None or not _scope_lsp.is_known(dims) or not _scope_lsp.is_known(size):
        return ndarray(dims)
    return ndarray(((size,) if isinstance(size, int) else tuple(size)) + tuple(dims))


def permutation(x):
    if _scope_lsp.is_known(x) and isinstance(x, int):
        return ndarray((x,), "int64")
    return ndarray(x.shape, x.dtype) if hasattr(x, "shape") else ndarray((len(x),))


def shuffle(x):
    if hasattr(x, "_data"):
        x._data = None


def _nothing(*args, **kwargs):
    return None


seed = set_state = _nothing


def get_state():
    return unknown()


class RandomState:
    def __init__(self, seed=None):
        self.seed = _nothing

    uniform = normal = beta = gamma = binomial = staticmethod(_distribution)
    exponential = poisson = staticmethod(_one_parameter)
    rand = randn = staticmethod(rand)
    randint = staticmethod(randint)
    random_sample = standard_normal = staticmethod(random)
    choice = staticmethod(choice)
    permutation = staticmethod(permutation)
    shuffle = staticmethod(shuffle)


def default_rng(seed=None):
    return RandomState(seed)


def __getattr__(name):
    if name[:2] == "__":
        raise AttributeError(name)
    return _scope_lsp.unknown("numpy.random." + name, data=True)
