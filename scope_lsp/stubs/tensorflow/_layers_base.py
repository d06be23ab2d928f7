"""`tf.layers.Layer`: how a layer finds its variable scope and makes its weights.

Not here: the layers themselves, and Keras layers, whose names work differently.

Modelled on layers/base.py (Layer) and keras/engine/base_layer.py of
TensorFlow 1.15.5.
"""

import re

import _scope_lsp

from tensorflow import _dtypes, _init_ops
from tensorflow._shape import UNSURE, as_dims, is_int, size
from tensorflow._tensor import convert, dtype_of, is_tensor, is_tensor_like, pop, scope
from tensorflow._variable_scope import VariableScope, get_variable, variable_scope


def to_snake_case(name):
    """generic_utils.to_snake_case: the default name of a class of layers."""
    result = re.sub("(.)([A-Z][a-z0-9]+)", r"\1_\2", name)
    result = re.sub("([a-z])([A-Z])", r"\1_\2", result).lower()
    return "private" + result if result[:1] == "_" else result


def object_names():
    """How many layers of a name the default graph has (backend.get_uid)."""
    from tensorflow import _graph

    graph = _graph.get_default_graph()
    if not hasattr(graph, "_object_names"):
        graph._object_names = {}
    return graph._object_names


class InputSpec:
    def __init__(self, dtype=None, shape=None, ndim=None, max_ndim=None, min_ndim=None, axes=None):
        self.dtype = dtype
        self.shape = shape
        self.ndim = ndim
        self.max_ndim = max_ndim
        self.min_ndim = min_ndim
        self.axes = axes or {}


class Layer:
    def __init__(self, trainable=True, name=None, dtype=None, **kwargs):
        scope_given = kwargs.pop("_scope", None)
        self._reuse = kwargs.pop("_reuse", None)
        self._use_resource_variables = False
        self._trainable_weights = []
        self._non_trainable_weights = []
        self._updates = []
        self._losses = []
        self._activity_regularizer = kwargs.pop("activity_regularizer", None)
        self._dtype_name = dtype_of(dtype)
        self._inputs_seen = []
        self._outputs_seen = []
        self.trainable = trainable
        self.built = False
        self.stateful = False
        self.input_spec = None
        self.supports_masking = False
        self._init_set_name(name)
        self._scope = None
        if scope_given:
            with variable_scope(scope_given) as captured:
                self._scope = captured
        self._current_scope = None
        self._reusing = None

    def _init_set_name(self, name):
        if _scope_lsp.is_known(name) and isinstance(name, VariableScope):
            self._base_name = name.name
            self._name, _ = self._make_unique_name()
        elif not name:
            self._name, self._base_name = self._make_unique_name()
        else:
            self._name = self._base_name = name

    def _make_unique_name(self, name_uid_map=None, avoid_names=None, namespace="", zero_based=False):
        base_name = to_snake_case(self.__class__.__name__)
        names = object_names()
        names[base_name] = names.get(base_name, 0) + 1
        return base_name + "_" + str(names[base_name]), base_name

    # Names.

    @property
    def name(self):
        return self._name

    @property
    def scope_name(self):
        if not self._scope:
            raise ValueError('No name available for layer scope because the layer "' + self._name + '" has not been used yet. The scope name is determined the first time the layer instance is called. You must therefore call the layer before querying `scope_name`.')
        return self._scope.name

    @property
    def dtype(self):
        return None if self._dtype_name is None else self._dtype_name.name

    @property
    def graph(self):
        return None

    def _set_scope(self, scope=None):
        if self._scope is None:
            if self._reuse:
                context = variable_scope(self._base_name if scope is None else scope)
            else:
                context = variable_scope(scope, default_name=self._base_name)
            with context as captured:
                self._scope = captured

    # Weights.

    def add_weight(self, name=None, shape=None, dtype=None, initializer=None, regularizer=None, trainable=None, constraint=None, use_resource=None, synchronization=None, aggregation=None, partitioner=None, **kwargs):
        self._set_scope(None)
        trainable = (synchronization != "on_read") if trainable is None else trainable
        dtype = dtype_of(dtype) or self._dtype_name or _dtypes.float32
        with variable_scope(self._scope, reuse=self.built or self._reuse, auxiliary_name_scope=False) as current:
            self._current_scope = current
            with scope(current.original_name_scope):
                if initializer is None:
                    initializer = current.initializer
                if initializer is None:
                    initializer = _init_ops.GlorotUniform() if dtype.is_floating else _init_ops.Zeros()
                before = _scope_lsp.get_collection("variables") if regularizer is not None else ()
                variable = get_variable(
                    name,
                    shape=() if shape is None else shape,
                    dtype=dtype,
                    initializer=_init_ops.get(initializer),
                    trainable=trainable and self.trainable,
                    partitioner=partitioner,
                    use_resource=use_resource or self._use_resource_variables or current.use_resource,
                    constraint=constraint,
                )
                if regularizer is not None and not _contains(before, variable):
                    self._regularize(name, variable, regularizer)
        if trainable and self.trainable:
            self._trainable_weights.append(variable)
        else:
            self._non_trainable_weights.append(variable)
        return variable

    add_variable = add_weight

    def _regularize(self, name, variable, regularizer):
        for part in list(variable) if hasattr(variable, "_variable_list") else [variable]:
            with scope(name + "/Regularizer"):
                loss = regularizer(part)
            if loss is not None:
                self._losses.append(loss)
                _scope_lsp.add_to_collection("regularization_losses", loss)

    def add_loss(self, losses, inputs=None):
        for loss in list(losses) if isinstance(losses, (list, tuple)) else [losses]:
            if callable(loss):
                loss = loss()
            if loss is not None:
                self._losses.append(loss)
                _scope_lsp.add_to_collection("regularization_losses", loss)

    def add_update(self, updates, inputs=None):
        for update in list(updates) if isinstance(updates, (list, tuple)) else [updates]:
            update = update() if callable(update) else update
            if is_tensor_like(update):
                update = convert(update).op
            self._updates.append(update)

    # Calling.

    def __call__(self, inputs, *args, **kwargs):
        self._set_scope(kwargs.pop("scope", None))
        if self.built:
            if self._reusing is None:
                self._reusing = variable_scope(self._scope, reuse=True, auxiliary_name_scope=False)
            context = self._reusing
        else:
            context = variable_scope(self._scope, reuse=self._reuse, auxiliary_name_scope=False)
        with context as current:
            self._current_scope = current
            inputs = _as_tensors(inputs)
            with scope(current.original_name_scope):
                if not self.built:
                    self._maybe_build(inputs)
                outputs = self.call(inputs, *args, **kwargs)
                if self._activity_regularizer is not None:
                    self.add_loss(self._activity_regularizer(outputs))
        self._inputs_seen.append(inputs)
        self._outputs_seen.append(outputs)
        for update in self._updates if self.trainable else ():
            if not _contains(_scope_lsp.get_collection("update_ops"), update):
                _scope_lsp.add_to_collection("update_ops", update)
        return outputs

    def _maybe_build(self, inputs):
        if self._dtype_name is None:
            first = inputs[0] if isinstance(inputs, (list, tuple)) and inputs else inputs
            if is_tensor_like(first):
                dtype = first.dtype
                self._dtype_name = dtype.base_dtype if _scope_lsp.is_known(dtype) else None
        if isinstance(inputs, (list, tuple)):
            shapes = [x.shape if hasattr(x, "shape") else None for x in inputs]
        else:
            shapes = inputs.shape if hasattr(inputs, "shape") else None
        self.build(shapes)
        self.built = True

    def apply(self, inputs, *args, **kwargs):
        return self.__call__(inputs, *args, **kwargs)

    def build(self, input_shape):
        self.built = True

    def call(self, inputs, **kwargs):
        return inputs

    def compute_output_shape(self, input_shape):
        return _scope_lsp.unknown("a layer's output shape")

    # What a layer has.

    @property
    def trainable_weights(self):
        return list(self._trainable_weights) if self.trainable else []

    @property
    def non_trainable_weights(self):
        return list(self._non_trainable_weights) if self.trainable else self._trainable_weights + self._non_trainable_weights

    @property
    def weights(self):
        return self.trainable_weights + self.non_trainable_weights

    @property
    def trainable_variables(self):
        return self.trainable_weights

    @property
    def non_trainable_variables(self):
        return self.non_trainable_weights

    @property
    def variables(self):
        return self.weights

    @property
    def updates(self):
        return list(self._updates) if self.trainable or self.stateful else []

    @property
    def losses(self):
        return list(self._losses)

    @property
    def input(self):
        return self._inputs_seen[0]

    @property
    def output(self):
        return self._outputs_seen[0]

    @property
    def input_shape(self):
        return tuple(self.input.shape.as_list())

    @property
    def output_shape(self):
        return tuple(self.output.shape.as_list())

    def get_updates_for(self, inputs):
        return self.updates

    def get_losses_for(self, inputs):
        return self.losses

    def count_params(self):
        count = 0
        for weight in self.weights:
            elements = size(as_dims(weight.shape))
            count = count + (elements if is_int(elements) else _scope_lsp.unknown("a number of parameters"))
        return count

    def get_weights(self):
        return [_scope_lsp.unknown("the value of a variable") for _ in self.weights]

    def set_weights(self, weights):
        return None


def _contains(items, wanted):
    for item in items:
        if item is wanted:
            return True
    return False


def _as_tensors(inputs):
    """Numbers and arrays that are given to a layer become tensors."""
    if not _scope_lsp.is_known(inputs):
        return convert(inputs)
    if isinstance(inputs, (list, tuple)):
        return inputs
    if isinstance(inputs, (int, float)) or hasattr(inputs, "tolist") and not is_tensor_like(inputs):
        return convert(inputs)
    return inputs


def axis_dim(shape, axis):
    """One dimension of an input shape: an int, else None for a weight's shape."""
    dims = as_dims(shape)
    if isinstance(dims, tuple) and is_int(axis) and -len(dims) <= axis < len(dims):
        return dims[axis] if is_int(dims[axis]) else UNSURE
    return UNSURE


def weight_dim(dim):
    """A weight's dimension as get_variable wants it."""
    return _scope_lsp.unknown("a dimension that is not modelled") if dim == UNSURE else dim


def smart_cond(pred, true_fn, false_fn):
    """tf_utils.smart_cond: one branch where the condition is a Python value."""
    if not _scope_lsp.is_known(pred):
        return true_fn()
    if is_tensor_like(pred):
        from tensorflow._control_flow import cond

        return cond(pred, true_fn, false_fn)
    return true_fn() if pred else false_fn()
