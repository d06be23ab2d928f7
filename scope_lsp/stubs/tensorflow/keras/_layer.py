"""`tf.keras.layers.Layer`: how a layer is named, built and called.

Not here: what belongs to it (`_layer_weights`, `_layer_losses`, `_layer_nodes`), the layers
themselves, models (`_network`), and `tf.layers.Layer`, which is one of these that finds its
variables by variable scopes (`_layers_base`).

Modelled on keras/engine/{base_layer,base_layer_utils}.py of TensorFlow 1.15.5.
"""

import inspect

import _scope_lsp
from _scope_lsp_host import is_known

from tensorflow import _init_ops
from tensorflow._casts import cast
from tensorflow._array_ops import identity, shape
from tensorflow._nested_structures import flatten, map_structure
from tensorflow._distributed_variables import of_weight
from tensorflow._shape import UNSURE, TensorShape, as_dims
from tensorflow._tensor import create, dtype_of, is_tensor, is_tensor_like, scope
from tensorflow._variables import Variable
from tensorflow.keras import _history, _state, constraints
from tensorflow.keras._autocast import cast_inputs
from tensorflow.keras._call_context import Entered, context
from tensorflow.keras._inputs import as_tensors, check_inputs, masks_of, shapes_of
from tensorflow.keras._layer_losses import HasLosses
from tensorflow.keras._layer_nodes import HasNodes
from tensorflow.keras._layer_weights import HasWeights

_call_arguments = {}
"""By class: the names of what `call` takes, with "**" where it takes any."""
_KEYWORDS = frozenset(
    (
        "input_shape batch_input_shape batch_size weights activity_regularizer autocast"
        # what single layers take
        " input_dim input_length zero_output_for_mask reverse_state_order implementation "
        "return_runtime"
    ).split()
)


class Layer(HasWeights, HasLosses, HasNodes):
    _is_graph_network = False
    supports_masking = False
    stateful = False
    input_spec = None
    _batch_input_shape = None
    _activity_regularizer = None
    _dynamic = False
    _reuse = None
    _is_legacy_layer = False
    _untracked = ()  # attributes that no_automatic_dependency_tracking leaves out
    _built_on = None  # the inputs while it is built for them
    _handed_out = None  # the unknown code that it was given to

    def __init__(self, trainable=True, name=None, dtype=None, dynamic=False, **kwargs):
        self._trainable = trainable
        self.built = False
        self._trainable_weights = []
        self._non_trainable_weights = []
        self._updates = []
        self._losses = []
        self._callable_losses = []
        self._metrics = []
        self._layers = []
        self._inbound_nodes = []
        self._outbound_nodes = []
        self._autocast = not self._is_legacy_layer and _state.v2_dtype_behavior_enabled()
        if dtype is None and self._autocast:
            dtype = _state.floatx()
        if dynamic:
            self._dynamic = True
        self._dtype_name = dtype_of(dtype)
        self._init_set_name(name)
        if kwargs:
            self._take_arguments(kwargs)

    def _take_arguments(self, kwargs):
        if _scope_lsp.is_known(kwargs):
            for keyword in kwargs:
                if keyword not in _KEYWORDS and keyword[:1] != "_":
                    _scope_lsp.refuse_keyword(
                        keyword, "('Keyword argument not understood:', %r)" % keyword
                    )
        self._autocast = kwargs.get("autocast", self._autocast)
        self._activity_regularizer = kwargs.get("activity_regularizer")
        if "batch_input_shape" in kwargs:
            self._batch_input_shape = tuple(kwargs["batch_input_shape"])
        elif "input_shape" in kwargs:
            self._batch_input_shape = (kwargs.get("batch_size"),) + tuple(kwargs["input_shape"])
        elif "input_dim" in kwargs:
            self._batch_input_shape = (kwargs.get("batch_size"), kwargs["input_dim"])

    def _init_set_name(self, name, zero_based=True):
        base_name = _state.to_snake_case(self.__class__.__name__)
        if not name:
            name = _state.unique_object_name(base_name, zero_based=zero_based)
        elif not is_known(name):
            _state.note_given_name(base_name, name)
        self._name = _scope_lsp.plain_name(name)

    # Names.

    @property
    def name(self):
        return _scope_lsp.told_op(self._name)

    def _name_scope(self):
        return _scope_lsp.told_op(self._name)

    @property
    def dtype(self):
        return None if self._dtype_name is None else self._dtype_name.name

    @property
    def _dtype(self):
        return self.dtype

    @_dtype.setter
    def _dtype(self, value):
        self._dtype_name = dtype_of(value)

    @property
    def _compute_dtype(self):
        return self.dtype

    @property
    def dynamic(self):
        return self._dynamic

    @property
    def trainable(self):
        return self._trainable

    @trainable.setter
    def trainable(self, value):
        self._trainable = value
        for layer in self._children():
            layer.trainable = value

    @property
    def activity_regularizer(self):
        return self._activity_regularizer

    @activity_regularizer.setter
    def activity_regularizer(self, regularizer):
        self._activity_regularizer = regularizer

    # Weights.

    def build(self, input_shape):
        self.built = True

    def call(self, inputs, **kwargs):
        return inputs

    def add_weight(
        self,
        name=None,
        shape=None,
        dtype=None,
        initializer=None,
        regularizer=None,
        trainable=None,
        constraint=None,
        partitioner=None,
        use_resource=None,
        synchronization=None,
        aggregation=None,
        **kwargs,
    ):
        dtype = dtype_of(dtype) or self._dtype_name or dtype_of(_state.floatx())
        if self._dtype_name is None:
            self._dtype_name = dtype
        trainable = of_weight(trainable, synchronization)
        initializer = _init_ops.get(initializer)
        if initializer is None:
            initializer = (
                _init_ops.GlorotUniform()
                if dtype is None or dtype.is_floating
                else _init_ops.Zeros()
            )
        if _scope_lsp.is_known(shape):
            shape = () if shape is None else TensorShape(as_dims(shape))
        thunk = initializer
        if not _scope_lsp.is_known(initializer) or callable(initializer):

            def thunk():
                made = initializer() if isinstance(initializer, type) else initializer
                return made(shape, dtype=dtype)

        variable = Variable(
            thunk,
            trainable,
            kwargs.get("collections"),
            validate_shape=True,
            caching_device=None,
            name=name,
            variable_def=None,
            dtype=dtype,
            expected_shape=None,
            import_scope=None,
            constraint=constraints.get(constraint),
            use_resource=True if use_resource is None else use_resource,
            shape=shape or None,
        )
        if regularizer is not None:
            self._handle_weight_regularization(variable._op_name, variable, regularizer)
        (self._trainable_weights if trainable else self._non_trainable_weights).append(variable)
        return variable

    def add_variable(self, *args, **kwargs):
        return self.add_weight(*args, **kwargs)

    def _handle_weight_regularization(self, name, variable, regularizer):
        from tensorflow.keras.regularizers import get  # few programs need it

        regularizer = get(regularizer)

        def loss():
            with scope(name + "/Regularizer"):
                return regularizer(variable)

        self.add_loss(loss)

    # Calling.

    def __call__(self, inputs, *args, **kwargs):
        inputs = as_tensors(inputs)
        tensors = flatten(inputs)
        takes = self._call_takes()
        arguments = dict(kwargs)  # a node of the model has no mask of the layer's own choice
        masks = None
        if "mask" not in kwargs and not (args and "mask" in takes[1 : len(args) + 1]):
            masks = masks_of(tensors)
            if masks is not None:
                masks = masks[0] if len(masks) == 1 else masks
                if "mask" in takes or "**" in takes:
                    kwargs["mask"] = masks
        training = kwargs.get("training")
        if "training" not in kwargs:
            if args and "training" in takes[1 : len(args) + 1]:
                training = args[takes.index("training") - 1]
            else:
                training = context.training
                if training is not None and ("training" in takes or "**" in takes):
                    kwargs["training"] = training
        elif "training" not in takes and "**" not in takes:
            kwargs.pop("training")
        remembered = _history.inputs_exist()
        if remembered and not context.in_call and not _history.all_have_history(tensors):
            _history.create_keras_history(tensors)
        with Entered(self, training, tensors):
            check_inputs(self, tensors)
            if not self.built:
                self._maybe_build(inputs)
            given = cast_inputs(self, inputs) if self._autocast else inputs
            outputs = (
                self._symbolic_call(given) if self._dynamic else self.call(given, *args, **kwargs)
            )
            if _scope_lsp.is_known(outputs) and outputs is None:
                raise ValueError(
                    "A layer's `call` method should return a Tensor or a list of Tensors, not "
                    "None (layer: " + self._name + ")."
                )
            if remembered and tensors and _history.all_have_history(tensors):
                outputs = self._remember(
                    tensors, inputs, outputs, arguments=dict(zip(takes[1:], args), **arguments)
                )
            if self._activity_regularizer is not None:
                self._regularize_activity(outputs)
            self._set_masks(inputs, outputs, masks)
            self._called(inputs, outputs)
        return outputs

    def _symbolic_call(self, inputs):
        """What a dynamic layer gives: it is not called where a graph is built."""
        if _scope_lsp.executing_eagerly() is not False:
            return self.call(inputs)
        found = self.compute_output_shape(shapes_of(inputs))
        tensors = flatten(inputs)
        first = tensors[0] if tensors and is_tensor(tensors[0]) else None
        return map_structure(lambda shape: _placeholder(shape, first), found)

    def _called(self, inputs, outputs):
        """What models remember of their calls (Model._set_inputs)."""

    def _call_takes(self):
        cls = self.__class__
        if cls not in _call_arguments:
            found = inspect.getfullargspec(self.call)
            takes = []
            if _scope_lsp.is_known(found):
                takes = [name for name in found.args if name != "self"] + list(found.kwonlyargs)
                if found.varkw is not None:
                    takes.append("**")
            _call_arguments[cls] = takes
        return _call_arguments[cls]

    def _remember(self, tensors, inputs, outputs, arguments):
        def distinct(x):
            if is_tensor(x) and _scope_lsp.is_among(x, tensors):
                with scope(self._name):
                    return identity(x)
            return x

        outputs = map_structure(distinct, outputs)
        _history.add_node(self, inputs, outputs, arguments=arguments)
        return outputs

    def _regularize_activity(self, outputs):
        with scope("ActivityRegularizer"):
            for output in flatten(outputs):
                loss = self._activity_regularizer(output)
                if is_tensor(output) and is_tensor(loss):
                    loss = loss / cast(shape(output)[0], loss.dtype)
                self.add_loss(loss, inputs=True)

    def _set_masks(self, inputs, outputs, masks):
        if getattr(self, "_compute_output_and_mask_jointly", False):
            return
        if not self.supports_masking and self.__class__.compute_mask is Layer.compute_mask:
            return
        if masks is None and self.__class__.compute_mask is Layer.compute_mask:
            return
        found = flatten(self.compute_mask(inputs, masks))
        for output, mask in zip(flatten(outputs), found):
            if is_tensor(output):
                output._keras_mask = mask

    def compute_mask(self, inputs, mask=None):
        return mask if self.supports_masking else None

    def _maybe_build(self, inputs):
        if self._dtype_name is None:
            found = flatten(inputs)
            if found and is_tensor_like(found[0]):
                self._dtype_name = dtype_of(found[0].dtype)
                if self._dtype_name is not None:
                    self._dtype_name = self._dtype_name.base_dtype
        self._built_on = inputs
        self.build(shapes_of(inputs))
        self._built_on = None
        self.built = True

    def apply(self, inputs, *args, **kwargs):
        return self.__call__(inputs, *args, **kwargs)

    def compute_output_shape(self, input_shape):
        """By a call on placeholders, in a graph of its own (the shape is all that is asked for)."""
        return _scope_lsp.unknown("a layer's output shape")

    # Configuration.

    def get_config(self):
        config = {"name": self._name, "trainable": self._trainable}
        if self._batch_input_shape is not None:
            config["batch_input_shape"] = self._batch_input_shape
        config["dtype"] = self.dtype
        for cls in self.__class__.__mro__:
            if cls.__module__[:10] == "tensorflow" and "__init__" in cls.__dict__:
                for name in inspect.getfullargspec(cls.__init__).args:
                    kept = name if hasattr(self, name) else "_" + name
                    if name not in config and name != "self" and hasattr(self, kept):
                        config[name] = getattr(self, kept)
        return config

    @classmethod
    def from_config(cls, config):
        return cls(**config)


def _placeholder(shape, like):
    if _scope_lsp.is_known(shape):
        dims = (shape,) if shape is None or isinstance(shape, int) else as_dims(shape)
    else:
        dims = UNSURE
    return create(
        "Placeholder",
        None,
        dims,
        dtype=None if like is None else like._dtype,
        inputs=() if like is None else (like,),
    )
