"""Variables as objects: `tf.Variable`, partitioned variables, and functions on all of them.

Modelled on ops/variables.py, ops/resource_variable_ops.py and ops/state_ops.py of
TensorFlow 1.15.5.
"""

import functools

import _scope_lsp

from tensorflow import _dtypes
from tensorflow._graph import GraphKeys, _NameScope, get_collection, graph_of
from tensorflow._shape import UNSURE, TensorShape, as_dims, reveal
from tensorflow._tensor import Operation, Operators, Tensor, TensorLike, apply, convert, create, create_op, device_of_ops


# Between the stubs' shapes and dtypes and the naming model's.


def dims_to(dims):
    """Dims for the naming model: None where TensorFlow does not know even the rank."""
    if dims is None:
        return None
    if not isinstance(dims, tuple):
        return _scope_lsp.unknown("a shape that is not modelled")
    return [_scope_lsp.unknown("a dimension that is not modelled") if dim == UNSURE else dim for dim in dims]


def dims_from(shape):
    if shape is None:
        return UNSURE
    return tuple([dim if _scope_lsp.is_known(dim) else UNSURE for dim in shape])


def dtype_to(dtype):
    """A dtype's plain name; None and unknown values as they are."""
    if _scope_lsp.is_a(dtype, _dtypes.DType):
        return dtype._base_name
    if dtype is None or not _scope_lsp.is_known(dtype):
        return dtype
    return _dtypes.as_dtype(dtype)._base_name


def dtype_from(name):
    return _dtypes.BY_NAME[name] if _scope_lsp.is_a(name, str) else None


def tensor_parts(tensor):
    """What the naming model knows of a tensor: shape, dtype, itself, its op, and how it prints."""
    dims = tensor._dims
    text = None if isinstance(dims, tuple) and None not in dims else str(tensor)
    return dims_to(dims), dtype_to(tensor._dtype), tensor, tensor._op_name, text


class _SaveSliceInfo:
    def __init__(self, full_name, full_shape, var_offset, var_shape):
        self.full_name = full_name
        self.full_shape = full_shape
        self.var_offset = var_offset
        self.var_shape = var_shape


class Pending:
    """The function that makes the initial value of a variable that `tf.get_variable` asks for."""

    def __init__(self, pending):
        self._pending = pending

    def __call__(self):
        from tensorflow._variable_scope import CALLBACKS

        dims, dtype, tensor = _scope_lsp.pending_value(self._pending, CALLBACKS)[:3]
        if tensor is not None:
            return tensor
        return Tensor(_scope_lsp.unknown("the name of a tensor"), "", dims_from(dims), dtype_from(dtype))


class _Creating(type):
    """VariableMetaclass: `tf.Variable` asks the variable creators that are in force."""

    def __call__(cls, *args, **kwargs):
        if kwargs.get("variable_def") is not None:
            return _described(kwargs["variable_def"], kwargs.get("import_scope"))
        if cls is Variable and _scope_lsp.creators() and "_handle" not in kwargs:
            return _by_creators(*args, **kwargs)
        return type.__call__(cls, *args, **kwargs)


class VariableDef:
    """What a variable is written down as; its name is that in its graph."""

    def __init__(self, variable, name):
        self._variable = variable
        self.variable_name = name + ":0"
        self.initializer_name = name + "/Assign"
        self.is_resource = variable._resource
        self.trainable = variable.trainable
        self.synchronization = variable.synchronization
        self.aggregation = variable.aggregation

    def ClearField(self, name):
        return None


def _described(variable_def, import_scope):
    """The variable of the default graph that a VariableDef tells of."""
    if not _scope_lsp.is_a(variable_def, VariableDef):
        return _scope_lsp.unknown("a variable that is made from its description")
    name = variable_def.variable_name
    if import_scope:
        name = import_scope.rstrip("/") + "/" + name
    for variable in _scope_lsp.get_collection("variables") + [variable_def._variable]:
        if _scope_lsp.is_a(variable, Variable) and variable.name == name and variable._graph_handle is _scope_lsp.default_graph():
            start = _scope_lsp.accesses()
            _scope_lsp.hand_out(variable._handle, start)
            copy = object.__new__(Variable)
            copy.__dict__.update(variable.__dict__)
            copy._kept = (variable_def.synchronization, variable_def.aggregation)
            return copy
    return _scope_lsp.unknown("a variable that is made from its description")


def as_created(initial_value=None, trainable=None, collections=None, validate_shape=True, caching_device=None, name=None, variable_def=None, dtype=None, expected_shape=None, import_scope=None, constraint=None, use_resource=None, synchronization=None, aggregation=None, shape=None, _own={}, **ignored):
    """`default_variable_creator`: what is made when all creators were asked."""
    return type.__call__(Variable, initial_value, trainable, collections, validate_shape, caching_device, name, variable_def, dtype, expected_shape, import_scope, constraint, use_resource, synchronization, aggregation, shape, **_own)


def _by_creators(initial_value=None, trainable=None, collections=None, validate_shape=True, caching_device=None, name=None, variable_def=None, dtype=None, expected_shape=None, import_scope=None, constraint=None, use_resource=None, synchronization=None, aggregation=None, shape=None, **own):
    from tensorflow._distributed_variables import VariableAggregation, VariableSynchronization

    create = functools.partial(as_created, _own=own)
    for _, creator in _scope_lsp.creators():
        create = functools.partial(creator, create)
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
        synchronization=VariableSynchronization.AUTO if synchronization is None else synchronization,
        aggregation=VariableAggregation.NONE if aggregation is None else aggregation,
        shape=shape,
    )


def _distribution(synchronization, aggregation):
    """What a variable keeps of how it behaves under distribution strategies."""
    from tensorflow._distributed_variables import VariableAggregation, VariableSynchronization

    return (
        VariableSynchronization.AUTO if synchronization is None else synchronization,
        VariableAggregation.NONE if aggregation is None else aggregation,
    )


class Variable(Operators, metaclass=_Creating):
    SaveSliceInfo = _SaveSliceInfo
    _inputs = ()
    _kept = None  # synchronization and aggregation, where they are known
    _may_be_stopped = False
    """Whether of some loss it was not known if its gradient reaches the variable."""

    @_scope_lsp.takes(True, "_variable_v1_call")
    def __init__(self, initial_value=None, trainable=None, collections=None, validate_shape=True, caching_device=None, name=None, variable_def=None, dtype=None, expected_shape=None, import_scope=None, constraint=None, use_resource=None, synchronization=None, aggregation=None, shape=None, _handle=None, _slot=False):
        self._constraint = constraint
        self._snapshot = None
        if constraint is not None and _scope_lsp.is_known(constraint) and not callable(constraint):
            raise ValueError("The `constraint` argument must be a callable.")
        if synchronization is not None:
            from tensorflow._distributed_variables import trained

            trainable = trained(trainable, synchronization)
        if _handle is None:
            self._kept = _distribution(synchronization, aggregation)
            _handle = self._new(initial_value, trainable, collections, validate_shape, name, dtype, use_resource, shape, _slot)
        self._handle = _handle
        self._resource = _scope_lsp.variable_attribute(_handle, "resource")

    def _new(self, initial_value, trainable, collections, validate_shape, name, dtype, use_resource, shape, slot):
        from tensorflow._variable_scope import CALLBACKS

        if initial_value is None:
            raise ValueError("initial_value must be specified.")
        initial = pending = None
        if not _scope_lsp.is_known(initial_value):
            pass  # no function of ours
        elif isinstance(initial_value, Pending):
            pending = initial_value._pending
            initial_value = None
        elif callable(initial_value):
            given = dtype

            def initial():
                return tensor_parts(convert(initial_value(), None if given is None else _dtypes.as_dtype(given), "initial_value"))

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
            shape=None if shape is None else dims_to(as_dims(shape)),
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
        return self._op_name + ":0"

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
        return _scope_lsp.unknown("a variable's synchronization") if self._kept is None else self._kept[0]

    @property
    def aggregation(self):
        return _scope_lsp.unknown("a variable's aggregation") if self._kept is None else self._kept[1]

    @property
    def initial_value(self):
        return _scope_lsp.variable_attribute(self._handle, "initial_value")

    @property
    def initializer(self):
        return Operation(self._op_name + "/Assign", "AssignVariableOp" if self._resource else "Assign")

    @property
    def op(self):
        return Operation(self._op_name, "VarHandleOp" if self._resource else "VariableV2", (), [self._ref()])

    @property
    def handle(self):
        if not self._resource:
            raise AttributeError("'RefVariable' object has no attribute 'handle'")
        return Tensor(self._op_name, "VarHandleOp", (), _dtypes.resource, inputs=(self,))

    @property
    def graph(self):
        return graph_of(self._graph_handle)

    @property
    def device(self):
        return device_of_ops()

    def _ref(self):
        dtype = self._dtype
        return Tensor(self._op_name, "VariableV2", self._dims, None if dtype is None else dtype._as_ref, inputs=(self,))

    def _as_graph_element(self):
        return self._ref()

    def _as_tensor(self, dtype=None, name=None, as_ref=False):
        return self.value()

    def value(self):
        if self._resource:
            return create("ReadVariableOp", None, self._dims, self._dtype, inputs=(self,))
        if self._snapshot is None:
            self._snapshot = Tensor(self._op_name + "/read", "Identity", self._dims, self._dtype, inputs=(self,))
        self._snapshot._dims = self._dims
        return self._snapshot

    def read_value(self):
        if not self._resource:
            return create("Identity", "read", self._dims, self._dtype, inputs=(self,))
        _scope_lsp.push_name_scope("Read")
        create("ReadVariableOp", None, self._dims, self._dtype, inputs=(self,))
        _scope_lsp.pop_name_scope()
        return create("Identity", None, self._dims, self._dtype, inputs=(self,))

    def initialized_value(self):
        create("IsVariableInitialized", None, (), _dtypes.bool)
        scope = _scope_lsp.push_name_scope("cond")
        _scope_lsp.pop_name_scope()
        return Tensor(scope + "Merge", "Merge", self._dims, self._dtype, inputs=(self,))

    def is_initialized(self, name=None):
        return create("VarIsInitializedOp", name, (), _dtypes.bool)

    def eval(self, session=None):
        return _scope_lsp.unknown("the value of a variable")

    def numpy(self):
        return _scope_lsp.unknown("the value of a variable")

    def load(self, value, session=None):
        return None

    def assign(self, value, use_locking=False, name=None, read_value=True):
        return self._update("Assign", "AssignVariableOp", value, name, read_value)

    def assign_add(self, delta, use_locking=False, name=None, read_value=True):
        return self._update("AssignAdd", "AssignAddVariableOp", delta, name, read_value)

    def assign_sub(self, delta, use_locking=False, name=None, read_value=True):
        return self._update("AssignSub", "AssignSubVariableOp", delta, name, read_value)

    def _update(self, op_type, resource_op_type, value, name, read_value):
        dtype = self._dtype
        if self._resource:
            convert(value, dtype)
            result = create_op(resource_op_type, name)
            return self._lazy_read() if read_value else result
        full, _ = apply(op_type, name, (self._ref(), "ref"), (value, "value"))
        result = create(op_type, full, self._dims, None if dtype is None else dtype._as_ref)
        return result if read_value else result.op

    def _lazy_read(self):
        return create("ReadVariableOp", None, self._dims, self._dtype, inputs=(self,))

    def scatter_sub(self, sparse_delta, use_locking=False, name=None):
        return self._scatter("Sub", name)

    def scatter_add(self, sparse_delta, use_locking=False, name=None):
        return self._scatter("Add", name)

    def scatter_max(self, sparse_delta, use_locking=False, name=None):
        return self._scatter("Max", name)

    def scatter_min(self, sparse_delta, use_locking=False, name=None):
        return self._scatter("Min", name)

    def scatter_mul(self, sparse_delta, use_locking=False, name=None):
        return self._scatter("Mul", name)

    def scatter_div(self, sparse_delta, use_locking=False, name=None):
        return self._scatter("Div", name)

    def scatter_update(self, sparse_delta, use_locking=False, name=None):
        return self._scatter("Update", name)

    def scatter_nd_sub(self, indices, updates, name=None):
        return self._scatter("NdSub", name)

    def scatter_nd_add(self, indices, updates, name=None):
        return self._scatter("NdAdd", name)

    def scatter_nd_update(self, indices, updates, name=None):
        return self._scatter("NdUpdate", name)

    def _scatter(self, kind, name):
        dtype = self._dtype
        if self._resource:
            create_op("ResourceScatter" + kind, name)
            return self._lazy_read()
        return create("Scatter" + kind, name, self._dims, None if dtype is None else dtype._as_ref)

    def count_up_to(self, limit):
        return create("CountUpTo", None, (), self._dtype)

    def sparse_read(self, indices, name=None):
        scope = _scope_lsp.push_name_scope("Gather" if name is None else name)
        result = create("ResourceGather", scope, UNSURE, self._dtype, inputs=(self,))
        _scope_lsp.pop_name_scope()
        return create("Identity", None, result._dims, self._dtype, inputs=(self,))

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
        return _described(variable_def, import_scope)

    def experimental_ref(self):
        return self

    def _set_save_slice_info(self, info):
        return None

    def _get_save_slice_info(self):
        part = _scope_lsp.variable_attribute(self._handle, "partition")
        if part is None:
            return None
        full_name, full_shape, offset = part
        return _SaveSliceInfo(full_name, list(full_shape), list(offset), list(self._dims))

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
        return "<tf.Variable '%s' shape=%s dtype=%s>" % (self.name, TensorShape(self._dims), self.dtype.name)


class PartitionedVariable(TensorLike):
    def __init__(self, name=None, shape=None, dtype=None, variable_list=None, partitions=None, _handle=None):
        self._handle = _handle
        self._variable_list = variable_list
        if _handle is not None:
            self._variable_list = [_scope_lsp.wrapper(shard) for shard in _scope_lsp.variable_attribute(_handle, "shards")]
            partitions = _scope_lsp.variable_attribute(_handle, "partitions")
            name = _scope_lsp.variable_attribute(_handle, "name")
            self._dims = dims_from(_scope_lsp.variable_attribute(_handle, "shape"))
            self._dtype = dtype_from(_scope_lsp.variable_attribute(_handle, "dtype"))
        else:
            self._dims = as_dims(shape)
            self._dtype = _dtypes.as_dtype(dtype)
        self._partitions = None if partitions is None else list(partitions)
        self.name = name

    def __iter__(self):
        return iter(self._variable_list)

    def __len__(self):
        return len(self._variable_list)

    def _axis(self):
        for axis in range(len(self._partitions)):
            if self._partitions[axis] > 1:
                return axis
        return 0

    @property
    def shape(self):
        return reveal(self._dims)

    def get_shape(self):
        return reveal(self._dims)

    @property
    def dtype(self):
        return self._dtype

    def _get_variable_list(self):
        return self._variable_list

    def _get_partitions(self):
        return self._partitions

    def as_tensor(self):
        if len(self._variable_list) > 1:
            _scope_lsp.push_name_scope(self.name + "/ConcatPartitions/")
            scope = _scope_lsp.push_name_scope("concat")
            create("Const", "axis", (), _dtypes.int32)
            _scope_lsp.pop_name_scope()
            create("ConcatV2", scope, self._dims, self._dtype, inputs=self._variable_list)
            _scope_lsp.pop_name_scope()
        _scope_lsp.push_name_scope(None)
        result = create("Identity", self.name, self._dims, self._dtype, inputs=self._variable_list)
        _scope_lsp.pop_name_scope()
        return result

    def _as_tensor(self, dtype=None, name=None, as_ref=False):
        return self.as_tensor()

    def _apply(self, method, value, name):
        return [getattr(shard, method)(value, name=name) for shard in self._variable_list]

    def assign(self, value, use_locking=False, name=None, read_value=True):
        return self._apply("assign", value, name)

    def assign_add(self, value, use_locking=False, name=None, read_value=True):
        return self._apply("assign_add", value, name)

    def assign_sub(self, value, use_locking=False, name=None, read_value=True):
        return self._apply("assign_sub", value, name)


# Functions on variables.


def assign(ref, value, validate_shape=None, use_locking=None, name=None):
    return ref.assign(value, name=name)


def assign_add(ref, value, use_locking=None, name=None):
    return ref.assign_add(value, name=name)


def assign_sub(ref, value, use_locking=None, name=None):
    return ref.assign_sub(value, name=name)


def count_up_to(ref, limit, name=None):
    return create("CountUpTo", name, (), ref._dtype)


def global_variables(scope=None):
    return get_collection(GraphKeys.GLOBAL_VARIABLES, scope)


def all_variables():
    return global_variables()


def local_variables(scope=None):
    return get_collection(GraphKeys.LOCAL_VARIABLES, scope)


def model_variables(scope=None):
    return get_collection(GraphKeys.MODEL_VARIABLES, scope)


def trainable_variables(scope=None):
    return get_collection(GraphKeys.TRAINABLE_VARIABLES, scope)


def moving_average_variables(scope=None):
    return get_collection(GraphKeys.MOVING_AVERAGE_VARIABLES, scope)


def variables_initializer(var_list, name="init"):
    return create_op("NoOp", name)


initialize_variables = variables_initializer


def global_variables_initializer():
    return variables_initializer(global_variables())


initialize_all_variables = global_variables_initializer


def local_variables_initializer():
    return variables_initializer(local_variables())


initialize_local_variables = local_variables_initializer


def is_variable_initialized(variable):
    if variable._resource:
        return variable.is_initialized()
    return create("IsVariableInitialized", None, (), _dtypes.bool)


def assert_variables_initialized(var_list=None):
    if var_list is None:
        var_list = global_variables() + local_variables()
    ranks = [create("Rank", None, (), _dtypes.int32) for _ in var_list]
    if not ranks:
        return None
    return ranks[0] if len(ranks) == 1 else create("Pack", "stack", (len(ranks),), _dtypes.int32)


def report_uninitialized_variables(var_list=None, name="report_uninitialized_variables"):
    with _NameScope(None, name):
        return create("Const", "Const", UNSURE, _dtypes.string)
