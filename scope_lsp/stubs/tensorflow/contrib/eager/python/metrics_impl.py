"""The metrics of `tf.contrib.eager`: objects whose variables are made when they are first called.

What they compute is not followed: in graphs it is a function's.

Modelled on contrib/eager/python/metrics_impl.py of TensorFlow 1.15.5.
"""

import re

import _scope_lsp

from tensorflow import _dtypes
from tensorflow._graph import GraphKeys
from tensorflow._init_ops import Zeros
from tensorflow._switches import executing_eagerly
from tensorflow._variable_scope import variable_scope
from tensorflow.python.eager.function import defun


class Metric:
    def __init__(self, name=None, use_global_variables=False):
        self._built = False
        self._vars = []
        self._use_global_variables = use_global_variables
        name = name or self.__class__.__name__
        scope_name = re.sub("[^A-Za-z0-9.]", "_", name)
        with variable_scope(scope_name, use_resource=True, reuse=False) as scope:
            at = scope.name.rfind(scope_name)
            self._name = name + scope.name[at + len(scope_name) :]
            self._scope = scope
        self._build = self.build
        self.build = self._build_once
        self._graph = None if executing_eagerly() else _scope_lsp.default_graph()
        if self._graph is not None:
            self.call = defun(self.call)

    def _build_once(self, *args, **kwargs):
        self._build(*args, **kwargs)
        self._built = True

    def __call__(self, *args, **kwargs):
        if not self._built:
            with variable_scope(self._scope):
                self._build_once(*args, **kwargs)
        return self.call(*args, **kwargs)

    @property
    def name(self):
        return self._name

    @property
    def variables(self):
        return self._vars

    def init_variables(self):
        from tensorflow import group  # imports this module's package

        if executing_eagerly():
            return None
        return group(*[variable.initializer for variable in self._vars])

    def build(self, *args, **kwargs):
        raise NotImplementedError("Metrics must define a build() member function")

    def call(self, *args, **kwargs):
        raise NotImplementedError("Metrics must define a call() member function")

    def result(self):
        raise NotImplementedError("Metrics must define a result() member function")

    def value(self):
        return self.result if executing_eagerly() else self.result()

    def aggregate(self, metrics):
        return None

    def add_variable(self, name, shape=None, dtype=None, initializer=None):
        from tensorflow import get_variable  # imports this module's package

        if self._built:
            raise RuntimeError("Can't call add_variable() except in build().")
        collections = None
        if not executing_eagerly():
            kind = GraphKeys.LOCAL_VARIABLES
            if self._use_global_variables:
                kind = GraphKeys.GLOBAL_VARIABLES
            collections = [kind, GraphKeys.METRIC_VARIABLES]
        variable = get_variable(
            name,
            shape,
            dtype=dtype,
            initializer=initializer,
            trainable=False,
            collections=collections,
            use_resource=True,
        )
        self._vars.append(variable)
        return variable


class Mean(Metric):
    def __init__(self, name=None, dtype=_dtypes.float64, use_global_variables=False):
        super(Mean, self).__init__(name=name, use_global_variables=use_global_variables)
        self.dtype = dtype

    def build(self, *args, **kwargs):
        self.numer = self.add_variable("numer", shape=(), dtype=self.dtype, initializer=Zeros)
        self.denom = self.add_variable("denom", shape=(), dtype=self.dtype, initializer=Zeros)

    def call(self, values, weights=None):
        return values if weights is None else (values, weights)

    def result(self, write_summary=True):
        return self.numer / self.denom


class Accuracy(Mean):
    def __init__(self, name=None, dtype=_dtypes.float64):
        super(Accuracy, self).__init__(name=name, dtype=dtype)

    def call(self, labels, predictions, weights=None):
        return (labels, predictions) if weights is None else (labels, predictions, weights)


class CategoricalAccuracy(Accuracy):
    pass


class BinaryAccuracy(Accuracy):
    def __init__(self, threshold, name=None, dtype=_dtypes.float64):
        super(BinaryAccuracy, self).__init__(name=name, dtype=dtype)
        self.threshold = threshold


class SparseAccuracy(Accuracy):
    pass
