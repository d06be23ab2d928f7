"""`tf.Variable`: how it is made, by variable creators too, and what it says of itself.

Not here: its ops (`_variable_ops`), variables in shards (`_partitioned_variables`), and functions
on variables (`_variable_functions`).

Modelled on ops/variables.py and ops/resource_variable_ops.py of TensorFlow 1.15.5.
"""

import functools

import _scope_lsp

from tensorflow import _dtypes
from tensorflow._bodies import refuse_of_function
from tensorflow._graph import graph_of
from tensorflow._partitioned_variables import _SaveSliceInfo
from tensorflow._plain_values import (
    dims_from,
    dims_to,
    dtype_from,
    dtype_to,
    tensor_parts,
)
from tensorflow._shape import TensorShape, as_dims, reveal
from tensorflow._tensor import Operation, Tensor, convert, device_of_ops
from tensorflow._variable_defs import Pending, VariableDef, described
from tensorflow._variable_ops import VariableOps

_PARAMETERS = (
    "initial_value trainable collections validate_shape caching_device name variable_def dtype "
    "expected_shape"
    " import_scope constraint use_resource synchronization aggregation shape"
).split()


class _Creating(type):
    """VariableMetaclass: `tf.Variable` asks the variable creators that are in force."""

    def __call__(cls, *args, **kwargs):
        if kwargs.get("variable_def") is not None:
            return described(Variable, kwargs["variable_def"], kwargs.get("import_scope"))
        if cls is Variable and _scope_lsp.creators() and "_handle" not in kwargs:
            return _by_creators(*args, **kwargs)
        return type.__call__(cls, *args, **kwargs)


def as_created(_own={}, **kwargs):
    """`default_variable_creator`: what is made when all creators were asked.

    It overlooks what it does not know, and is given everything by name.
    """
    known = {name: value for name, value in kwargs.items() if name in _PARAMETERS}
    return type.__call__(Variable, **known, **_own)


def through_creators(create):
    """A function that asks the variable creators in force one after the other, then `create`."""
    for _, creator in _scope_lsp.creators():
        create = functools.partial(creator, create)
    return create


def _by_creators(
    initial_value=None,
    trainable=None,
    collections=None,
    validate_shape=True,
    caching_device=None,
    name=None,
    variable_def=None,
    dtype=None,
    expected_shape=None,
    import_scope=None,
    constraint=None,
    use_resource=None,
    synchronization=None,
    aggregation=None,
    shape=None,
    **own,
):
    from tensorflow._distributed_variables import (  # few programs need it
        VariableAggregation,
        VariableSynchronization,
    )

    create = through_creators(functools.partial(as_created, _own=own))
    return create(
        initial_value=initial_value,
        trainable=trainable,
        collections=collections,
        validate_shape=validate_shape,
        caching_device=caching_device,
        name=name,
        variable_def=variable_def,
        dtype=dtype,
        expected_shape=expected_shape,
        import_scope=import_scope,
        constraint=constraint,
        use_resource=use_resource,
        synchronization=VariableSynchronization.AUTO
        if synchronization is None
        else synchronization,
        aggregation=VariableAggregation.NONE if aggregation is None else aggregation,
        shape=shape,
    )


def _distribution(synchronization, aggregation):
    """What a variable keeps of how it behaves under distribution strategies."""
    from tensorflow._distributed_variables import (  # few programs need it
        VariableAggregation,
        VariableSynchronization,
    )

    return (
        VariableSynchronization.AUTO if synchronization is None else synchronization,
        VariableAggregation.NONE if aggregation is None else aggregation,
    )


class Variable(VariableOps, metaclass=_Creating):
    SaveSliceInfo = _SaveSliceInfo
    _inputs = ()
    _kept = None  # synchronization and aggregation, where they are known
    _may_be_stopped = False
    """Whether of some loss it was not known if its gradient reaches the variable."""

    @_scope_lsp.takes(True, "_variable_v1_call")
    def __init__(
        self,
        initial_value=None,
        trainable=None,
        collections=None,
        validate_shape=True,
        caching_device=None,
        name=None,
        variable_def=None,
        dtype=None,
        expected_shape=None,
        import_scope=None,
        constraint=None,
        use_resource=None,
        synchronization=None,
        aggregation=None,
        shape=None,
        _handle=None,
        _slot=False,
    ):
        self._constraint = constraint
        self._snapshot = None
        if constraint is not None and _scope_lsp.is_known(constraint) and not callable(constraint):
            raise ValueError("The `constraint` argument must be a callable.")
        if synchronization is not None:
            from tensorflow._distributed_variables import trained  # few programs need it

            trainable = trained(trainable, synchronization)
        if _handle is None:
            self._kept = _distribution(synchronization, aggregation)
            _handle = self._new(
                initial_value,
                trainable,
                collections,
                validate_shape=validate_shape,
                name=name,
                dtype=dtype,
                use_resource=use_resource,
                shape=shape,
                slot=_slot,
            )
        self._handle = _handle
        self._resource = _scope_lsp.variable_attribute(_handle, "resource")

    def _new(
        self,
        initial_value,
        trainable,
        collections,
        validate_shape,
        name,
        dtype,
        use_resource,
        shape,
        slot,
    ):
        from tensorflow._variable_callbacks import CALLBACKS  # imports this module itself

        if shape is not None:
            shape = dims_to(as_dims(shape))
            if shape is None:
                shape = _scope_lsp.unknown("the shape of a variable that takes values of any")
        if initial_value is None:
            raise ValueError("initial_value must be specified.")
        initial = pending = None
        if use_resource is True and _scope_lsp.is_a(initial_value, Tensor):
            refuse_of_function(initial_value)
        if not _scope_lsp.is_known(initial_value):
            pass  # no function of ours
        elif isinstance(initial_value, Pending):
            pending = initial_value._pending
            initial_value = None
        elif callable(initial_value):
            given = dtype

            def initial():
                return tensor_parts(
                    convert(
                        _scope_lsp.call_back(initial_value),
                        None if given is None else _dtypes.as_dtype(given),
                        "initial_value",
                    )
                )

        return _scope_lsp.new_variable(
            CALLBACKS,
            initial=initial,
            value=None if initial is not None else initial_value,
            pending=pending,
            trainable=trainable,
            collections=collections,
            validate_shape=validate_shape,
            name=name,
            dtype=dtype_to(dtype),
            shape=shape,
            use_resource=use_resource,
            slot=slot,
            wrapper=self,
        )

    @property
    def _op_name(self):
        return _scope_lsp.variable_attribute(self._handle, "op_name")

    @property
    def _dims(self):
        return dims_from(_scope_lsp.variable_attribute(self._handle, "shape"))

    @property
    def _dtype(self):
        return dtype_from(_scope_lsp.variable_attribute(self._handle, "dtype"))

    @property
    def _graph_handle(self):
        return _scope_lsp.variable_attribute(self._handle, "graph")

    @property
    def name(self):
        return _scope_lsp.variable_attribute(self._handle, "name")

    @property
    def _shared_name(self):
        return self._op_name

    @property
    def shape(self):
        return reveal(self._dims)

    def get_shape(self):
        return reveal(self._dims)

    def set_shape(self, shape):
        return None

    @property
    def dtype(self):
        dtype = self._dtype
        if dtype is None:
            return _scope_lsp.unknown("a dtype that is not modelled")
        return dtype if self._resource else dtype._as_ref

    @property
    def trainable(self):
        return _scope_lsp.variable_attribute(self._handle, "trainable")

    @property
    def constraint(self):
        return self._constraint

    @property
    def synchronization(self):
        return (
            _scope_lsp.unknown("a variable's synchronization")
            if self._kept is None
            else self._kept[0]
        )

    @property
    def aggregation(self):
        return (
            _scope_lsp.unknown("a variable's aggregation") if self._kept is None else self._kept[1]
        )

    @property
    def initial_value(self):
        return _scope_lsp.variable_attribute(self._handle, "initial_value")

    @property
    def initializer(self):
        return Operation(
            self._op_name + "/Assign", "AssignVariableOp" if self._resource else "Assign"
        )

    @property
    def op(self):
        return Operation(
            self._op_name,
            "VarHandleOp" if self._resource else "VariableV2",
            (),
            outputs=[self._ref()],
        )

    @property
    def handle(self):
        if not self._resource:
            raise AttributeError("'RefVariable' object has no attribute 'handle'")
        return Tensor(self._op_name, "VarHandleOp", (), dtype=_dtypes.resource, inputs=(self,))

    @property
    def graph(self):
        return graph_of(self._graph_handle)

    @property
    def device(self):
        return device_of_ops()

    def _ref(self):
        dtype = self._dtype
        return Tensor(
            self._op_name,
            "VariableV2",
            self._dims,
            dtype=None if dtype is None else dtype._as_ref,
            inputs=(self,),
        )

    def _as_graph_element(self):
        return self._ref()

    def _as_tensor(self, dtype=None, name=None, as_ref=False):
        return self.value()

    def eval(self, session=None):
        return _scope_lsp.unknown("the value of a variable")

    def numpy(self):
        return _scope_lsp.unknown("the value of a variable")

    def load(self, value, session=None):
        return None

    def to_proto(self, export_scope=None):
        name = self._op_name
        if not _scope_lsp.is_known(name) or not _scope_lsp.is_known(export_scope):
            return _scope_lsp.unknown("a VariableDef")
        if export_scope:
            if not name.startswith(export_scope):
                return None
            name = name[len(export_scope.rstrip("/")) + 1 :]
        return VariableDef(self, name)

    @staticmethod
    def from_proto(variable_def, import_scope=None):
        return described(Variable, variable_def, import_scope)

    def experimental_ref(self):
        return self

    def _set_save_slice_info(self, info):
        return None

    def _get_save_slice_info(self):
        part = _scope_lsp.variable_attribute(self._handle, "partition")
        if part is None:
            return None
        full_name, full_shape, offset = part
        return _SaveSliceInfo(full_name, list(full_shape), list(offset), var_shape=list(self._dims))

    @property
    def _save_slice_info(self):
        return self._get_save_slice_info()

    def __iter__(self):
        raise TypeError("'Variable' object is not iterable.")

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __repr__(self):
        return "<tf.Variable '%s' shape=%s dtype=%s>" % (
            self.name,
            TensorShape(self._dims),
            self.dtype.name,
        )
