"""Distribution strategies with one replica: what they run and create is named as without them.

Not here: several replicas, which copy variables under further names; their number depends on the
machine.

Modelled on python/distribute/{distribute_lib,mirrored_strategy,one_device_strategy,
distribution_strategy_context}.py of TensorFlow 1.15.5.
"""

from enum import Enum

import _scope_lsp

from tensorflow._control_flow import group
from tensorflow._dataset import Dataset
from tensorflow._dtypes import int32
from tensorflow._graph_contexts import _Nothing, variable_creator_scope
from tensorflow._name_scope import get_name_scope, name_scope
from tensorflow._tensor import constant
from tensorflow._unmodelled import lookup as _lookup
from tensorflow._variable_scope import get_variable_scope, variable_scope


class ReduceOp(Enum):
    SUM = "SUM"
    MEAN = "MEAN"


_OPEN = []
"""The strategies whose scopes are open, each with the context of the replica that runs, or None."""


def _resource(next_creator, **kwargs):
    """`creator_with_resource_vars` of `StrategyExtendedV2._scope`."""
    kwargs["use_resource"] = True
    return next_creator(**kwargs)


def _whole(getter, *args, **kwargs):
    """`distributed_getter` there: partitioned variables are disabled."""
    kwargs.pop("partitioner", None)
    return getter(*args, **kwargs)


class _Scope:
    """`strategy.scope()`: a strategy that is open already is entered again without effect."""

    def __init__(self, strategy):
        self._strategy = strategy
        self._entered = []

    def __enter__(self):
        if not self._strategy._is_default and not has_strategy():
            self._entered = [
                variable_scope(get_variable_scope(), custom_getter=_whole),
                variable_creator_scope(_resource),
            ]
            for context in self._entered:
                context.__enter__()
        _OPEN.append((self._strategy, None))
        return self._strategy

    def __exit__(self, *exception):
        _OPEN.pop()
        while self._entered:
            self._entered.pop().__exit__(*exception)
        return False


class ReplicaContext:
    """What the code of a replica asks for."""

    def __init__(self, strategy, replica_id_in_sync_group):
        self._strategy = strategy
        self.replica_id_in_sync_group = replica_id_in_sync_group

    strategy = property(lambda self: self._strategy)
    num_replicas_in_sync = property(lambda self: self._strategy.num_replicas_in_sync)

    def __enter__(self):
        _OPEN.append((self._strategy, self))

    def __exit__(self, *exception):
        _OPEN.pop()
        return False

    def merge_call(self, merge_fn, args=(), kwargs=None):
        _OPEN.append((self._strategy, None))
        try:
            return merge_fn(self._strategy, *args, **(kwargs or {}))
        finally:
            _OPEN.pop()

    def all_reduce(self, reduce_op, value):
        return value

    @property
    def devices(self):
        return _scope_lsp.unknown("the devices of a replica")


class Extended:
    """`strategy.extended`: what others do for each replica."""

    def __init__(self, container_strategy):
        self._strategy = container_strategy

    def call_for_each_replica(self, fn, args=(), kwargs=None):
        return self._strategy._run(fn, args, kwargs)

    def __getattr__(self, name):
        if name[:2] == "__":
            raise AttributeError(name)
        return _scope_lsp.unknown_code("a part of a distribution strategy", False)


class Strategy:
    _is_default = False

    def __init__(self, extended):
        self.extended = Extended(self) if extended is None else extended

    num_replicas_in_sync = 1

    def scope(self):
        return _Scope(self)

    def experimental_run_v2(self, fn, args=(), kwargs=None):
        return self._run(fn, args, kwargs)

    def experimental_run(self, fn, input_iterator=None):
        args = () if input_iterator is None else (input_iterator.get_next(),)
        return self._run(fn, args, None)

    def _run(self, fn, args, kwargs):
        with ReplicaContext(self, 0 if self._is_default else constant(0, int32)):
            return fn(*args, **(kwargs or {}))

    def reduce(self, reduce_op, value, axis=None):
        if axis is None:
            return value
        return _scope_lsp.unknown("what a strategy reduces over an axis")

    def experimental_local_results(self, value):
        return (value,)

    def unwrap(self, value):
        return [value]

    def make_dataset_iterator(self, dataset):
        return dataset.make_initializable_iterator()

    def experimental_distribute_dataset(self, dataset):
        return dataset

    def experimental_make_numpy_dataset(self, numpy_input, session=None):
        return Dataset.from_tensor_slices(numpy_input)

    def experimental_distribute_datasets_from_function(self, dataset_fn):
        return dataset_fn(_scope_lsp.unknown("an InputContext"))

    def make_input_fn_iterator(self, input_fn, replication_mode=None):
        made = input_fn(_scope_lsp.unknown("an InputContext"))
        return made.make_initializable_iterator() if _scope_lsp.is_a(made, Dataset) else made

    def group(self, value, name=None):
        return group(value, name=name)

    def update_config_proto(self, config_proto):
        return config_proto

    def configure(self, session_config=None, cluster_spec=None, task_type=None, task_id=None): ...

    def colocate_vars_with(self, colocate_with_variable):
        return _Nothing()


class _Default(Strategy):
    """The strategy where none is open."""

    _is_default = True


class OneDeviceStrategy(Strategy):
    def __init__(self, device):
        super().__init__(None)


class MirroredStrategy(Strategy):
    """With no devices given, there is a replica for each GPU, or one on a machine without."""

    def __new__(cls, devices=None, cross_device_ops=None):
        if devices is not None and not (_scope_lsp.is_known(devices) and len(devices) == 1):
            return _lookup("distribute.Strategy")(devices)
        return super().__new__(cls)

    def __init__(self, devices=None, cross_device_ops=None):
        super().__init__(None)
        if devices is None:
            self.num_replicas_in_sync = _scope_lsp.unknown("the number of GPUs")

    def _run(self, fn, args, kwargs):
        """`_call_for_each_replica`: a thread in the same scopes."""
        outer = get_name_scope()
        with name_scope(outer + "/" if outer else None), variable_scope(get_variable_scope()):
            return super()._run(fn, args, kwargs)


_DEFAULT = _Default(None)


def get_strategy():
    return _OPEN[-1][0] if _OPEN else _DEFAULT


def has_strategy():
    return not get_strategy()._is_default


def in_cross_replica_context():
    return bool(_OPEN) and _OPEN[-1][1] is None


def get_replica_context():
    return _OPEN[-1][1] if _OPEN else ReplicaContext(_DEFAULT, 0)
