"""`tf.layers.Layer`: how a layer finds its variable scope and makes its weights.

Not here: the layers themselves, and what they share with those of Keras (`keras/_layer`).

Modelled on layers/base.py (Layer) of TensorFlow 1.15.5.
"""

import functools

import _scope_lsp
from _scope_lsp_host import is_known

from tensorflow import _dtypes, _init_ops
from tensorflow._nested_structures import flatten
from tensorflow._distributed_variables import of_weight
from tensorflow._get_variable import get_variable
from tensorflow._graph import add_to_collection
from tensorflow._shape import is_int
from tensorflow._tensor import dtype_of, scope
from tensorflow._variable_scope import VariableScope, variable_scope
from tensorflow._variables import Variable
from tensorflow.keras import _state
from tensorflow.keras._call_context import Entered
from tensorflow.keras._history import all_have_history, inputs_exist
from tensorflow.keras._inputs import InputSpec, as_tensors, check_inputs
from tensorflow.keras._layer import Layer as _KerasLayer
from tensorflow.keras._shapes import axis_dim, smart_cond, weight_dim


def differ(dims, others, axis):
    """Whether two shapes are known to have different sizes along an axis."""
    if not isinstance(dims, tuple) or not isinstance(others, tuple) or len(dims) != len(others):
        return False
    return is_int(dims[axis]) and is_int(others[axis]) and dims[axis] != others[axis]


def _overruled(variable):
    """Whether what a custom getter or partitioner gave for a trained weight is not trained."""
    if not _scope_lsp.is_known(variable) or _scope_lsp.executing_eagerly() is not False:
        return False
    return not isinstance(variable, Variable) or variable.trainable is False


def _refuse_untracked(variable):
    """The backend keeps weak references to weights (track_variable in keras/backend.py).

    A custom getter that gives back nothing, or no variable, is found out by that.
    """
    plain = (type(None), bool, int, float, str, bytes, list, tuple, dict)
    if _scope_lsp.is_known(variable) and isinstance(variable, plain):
        if _scope_lsp.executing_eagerly() is False:
            kind = type(variable).__name__
            _scope_lsp.fail(
                "cannot create weak reference to '%s' object" % kind, exception="TypeError"
            )


_keras_style = [False]
"""Whether layers that are made now find their variables as those of Keras do."""


class keras_style_scope:
    def __enter__(self):
        self._before = _keras_style[0]
        _keras_style[0] = True

    def __exit__(self, *exception):
        _keras_style[0] = self._before
        return False

    def __call__(self, function):
        @functools.wraps(function)
        def inside(*args, **kwargs):
            with keras_style_scope():
                return function(*args, **kwargs)

        return inside


def set_keras_style():
    _keras_style[0] = True


def _is_in_keras_style_scope():
    return _keras_style[0]


def _refuse_in_keras_style(what, value):
    if value is not None:
        _scope_lsp.fail(
            "%s argument not allowed when keras style layers are enabled, but saw: %s"
            % (what, value)
        )


class Layer(_KerasLayer):
    _is_sized = False  # whether the weights fit inputs of one size only
    _built_for = None
    _keras_style = False
    _is_legacy_layer = True

    def __init__(self, trainable=True, name=None, dtype=None, **kwargs):
        scope_given = kwargs.pop("_scope", None)
        self._reuse = kwargs.pop("_reuse", None)
        self._use_resource_variables = False
        super(Layer, self).__init__(trainable, name, dtype, **kwargs)
        self._keras_style = _keras_style[0]
        if self._keras_style:
            _refuse_in_keras_style("scope", scope_given)
            _refuse_in_keras_style("reuse", self._reuse)
        self._scope = None
        if scope_given:
            # The default name tells which one is taken if the scope was None after all.
            with variable_scope(scope_given, default_name=self._make_base_name()) as captured:
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
            if not is_known(name):
                _state.note_given_name(self._make_base_name(), name)

    def _make_unique_name(
        self, name_uid_map=None, avoid_names=None, namespace="", zero_based=False
    ):
        base_name = self._make_base_name()
        return _state.unique_object_name(base_name, zero_based=zero_based), base_name

    def _make_base_name(self):
        return _state.to_snake_case(self.__class__.__name__)

    # Names.

    @property
    def scope_name(self):
        if not self._scope:
            raise ValueError(
                'No name available for layer scope because the layer "'
                + self._name
                + '" has not been used yet. The scope name is determined the first time the layer '
                "instance is called. You must therefore call the layer before querying "
                "`scope_name`."
            )
        return self._scope.name

    def _name_scope(self):
        if self._keras_style:
            return super(Layer, self)._name_scope()
        return self._current_scope.original_name_scope

    @property
    def graph(self):
        return None

    def _set_scope(self, scope=None):
        if self._scope is None:
            reuse = self._reuse
            if not _scope_lsp.is_known(reuse) and (
                scope is not None
                or _scope_lsp.unique_variable_scope(self._base_name) == self._base_name
            ):
                # Sharing or not, the scope is the same one: its name is given, or free.
                reuse = False
            if reuse:
                context = variable_scope(self._base_name if scope is None else scope)
            else:
                context = variable_scope(scope, default_name=self._base_name)
            with context as captured:
                self._scope = captured

    # Weights.

    def add_weight(
        self,
        name=None,
        shape=None,
        dtype=None,
        initializer=None,
        regularizer=None,
        trainable=None,
        constraint=None,
        use_resource=None,
        synchronization=None,
        aggregation=None,
        partitioner=None,
        **kwargs,
    ):
        if self._keras_style:
            return super(Layer, self).add_weight(
                name,
                shape,
                dtype,
                initializer=initializer,
                regularizer=regularizer,
                trainable=trainable and self.trainable,
                constraint=constraint,
                partitioner=partitioner,
                use_resource=use_resource,
                **kwargs,
            )
        self._set_scope(None)
        trainable = of_weight(trainable, synchronization)
        dtype = dtype_of(dtype) or self._dtype_name or _dtypes.float32
        with variable_scope(
            self._scope, reuse=self.built or self._reuse, auxiliary_name_scope=False
        ) as current:
            self._current_scope = current
            with scope(current.original_name_scope):
                if initializer is None:
                    initializer = current.initializer
                if initializer is None:
                    initializer = (
                        _init_ops.GlorotUniform() if dtype.is_floating else _init_ops.Zeros()
                    )
                before = _scope_lsp.get_collection("variables") if regularizer is not None else ()
                variable = get_variable(
                    name,
                    shape=() if shape is None else shape,
                    dtype=dtype,
                    initializer=_init_ops.get(initializer),
                    trainable=trainable and self.trainable,
                    partitioner=partitioner,
                    use_resource=use_resource
                    or self._use_resource_variables
                    or current.use_resource,
                    constraint=constraint,
                )
                _refuse_untracked(variable)
                if regularizer is not None and not _scope_lsp.is_among(variable, before):
                    self._regularize(name, variable, regularizer)
        if trainable and self.trainable and not _overruled(variable):
            self._trainable_weights.append(variable)
        else:
            self._non_trainable_weights.append(variable)
        return variable

    add_variable = add_weight

    def _children(self, unknown=False):
        return list(self._layers)

    def _own(self, trainable):
        return list(self._trainable_weights if trainable else self._non_trainable_weights)

    def _regularize(self, name, variable, regularizer):
        for part in list(variable) if hasattr(variable, "_variable_list") else [variable]:
            with scope(name + "/Regularizer"):
                loss = regularizer(part)
            if loss is not None:
                self._losses.append(loss)
                add_to_collection("regularization_losses", loss)

    def add_loss(self, losses, inputs=None):
        before = len(self._losses)
        callables = len(self._callable_losses)
        super(Layer, self).add_loss(losses, inputs)
        for loss in self._losses[before:] + [each() for each in self._callable_losses[callables:]]:
            if loss is not None:
                add_to_collection("regularization_losses", loss)

    # Calling.

    def _check_size(self, dims, built_for):
        """input_spec.assert_input_compatibility, as far as the axis goes that sizes the weights."""
        axis = 1 if getattr(self, "data_format", None) == "channels_first" else -1
        if not differ(dims, built_for, axis):
            return
        received = [dim if is_int(dim) else None for dim in dims]
        _scope_lsp.fail(
            "Input 0 of layer %s is incompatible with the layer: expected axis %s of input shape "
            "to have value %s but received input with shape %s"
            % (self.name, axis, built_for[axis], received),
            "layer-reuse",
        )

    def __call__(self, inputs, *args, **kwargs):
        scope_given = kwargs.pop("scope", None)
        if self._keras_style:
            _refuse_in_keras_style("scope", scope_given)
            return super(Layer, self).__call__(inputs, *args, **kwargs)
        self._set_scope(scope_given)
        if self.built:
            if self._reusing is None:
                self._reusing = variable_scope(self._scope, reuse=True, auxiliary_name_scope=False)
            context = self._reusing
        else:
            context = variable_scope(self._scope, reuse=self._reuse, auxiliary_name_scope=False)
        with context as current:
            self._current_scope = current
            if "scope" in self._call_takes():
                kwargs["scope"] = current
            inputs = as_tensors(inputs)
            with Entered(self, kwargs.get("training"), flatten(inputs)):
                if not self.built:
                    check_inputs(self, flatten(inputs))
                    self._maybe_build(inputs)
                    self._built_for = getattr(inputs, "_dims", None)
                elif self._is_sized:
                    self._check_size(getattr(inputs, "_dims", None), self._built_for)
                outputs = self.call(inputs, *args, **kwargs)
                if inputs_exist() and all_have_history(flatten(inputs)):
                    outputs = self._remember(flatten(inputs), inputs, outputs, arguments=kwargs)
                if self._activity_regularizer is not None:
                    self._regularize_activity(outputs)
        for update in self._updates if self.trainable else ():
            if not _scope_lsp.is_among(update, _scope_lsp.get_collection("update_ops")):
                add_to_collection("update_ops", update)
        return outputs
