"""Graphs and their collections: framework/ops.py of TensorFlow 1.15.5.

Not here: tensors and operations (`_tensor`), name scopes (`_name_scope`), devices and control flow
(`_graph_contexts`), variables and their scopes.
"""

from _scope_lsp_host import call_site, is_dropped

import _scope_lsp

from tensorflow._control_flow_contexts import context_of
from tensorflow._graph_contexts import _CreatorScope, _Device, _Nothing, control_dependencies
from tensorflow._name_scope import _NameScope
from tensorflow._operation import SEVERAL, Operation
from tensorflow._tensor import Tensor, looked_up
from tensorflow._dims import UNSURE
from tensorflow._dtypes import as_dtype


class GraphKeys:
    GLOBAL_VARIABLES = "variables"
    VARIABLES = "variables"
    LOCAL_VARIABLES = "local_variables"
    METRIC_VARIABLES = "metric_variables"
    MODEL_VARIABLES = "model_variables"
    TRAINABLE_VARIABLES = "trainable_variables"
    SUMMARIES = "summaries"
    QUEUE_RUNNERS = "queue_runners"
    TABLE_INITIALIZERS = "table_initializer"
    ASSET_FILEPATHS = "asset_filepaths"
    MOVING_AVERAGE_VARIABLES = "moving_average_variables"
    REGULARIZATION_LOSSES = "regularization_losses"
    CONCATENATED_VARIABLES = "concatenated_variables"
    SAVERS = "savers"
    WEIGHTS = "weights"
    BIASES = "biases"
    ACTIVATIONS = "activations"
    UPDATE_OPS = "update_ops"
    LOSSES = "losses"
    SAVEABLE_OBJECTS = "saveable_objects"
    RESOURCES = "resources"
    LOCAL_RESOURCES = "local_resources"
    TRAINABLE_RESOURCE_VARIABLES = "trainable_resource_variables"
    INIT_OP = "init_op"
    LOCAL_INIT_OP = "local_init_op"
    READY_OP = "ready_op"
    READY_FOR_LOCAL_INIT_OP = "ready_for_local_init_op"
    SUMMARY_OP = "summary_op"
    GLOBAL_STEP = "global_step"
    EVAL_STEP = "eval_step"
    TRAIN_OP = "train_op"
    COND_CONTEXT = "cond_context"
    WHILE_CONTEXT = "while_context"
    _SUMMARY_COLLECTION = "_SUMMARY_V2"


class _DefaultGraph:
    def __init__(self, graph):
        self._graph = graph
        self._entered = None
        self._made = call_site()

    def __enter__(self):
        if not is_dropped(self._made):
            self._entered = _scope_lsp.in_graph(self._graph._handle)
        return self._graph

    def __exit__(self, *exception):
        if self._entered is not None:
            self._entered.__exit__()
        return False


class Graph:
    _leads_to_graph = True

    def __init__(self, _handle=None):
        self._handle = _scope_lsp.new_graph() if _handle is None else _handle
        _scope_lsp.set_wrapper(self._handle, self)
        self.seed = None
        self.version = 0
        self.building_function = False
        self._op_ref = None

    def as_default(self):
        return _DefaultGraph(self)

    def name_scope(self, name):
        return _NameScope(self._handle, name)

    def unique_name(self, name, mark_as_used=True):
        return _scope_lsp.unique_name(name, mark_as_used, self._handle)

    def get_name_scope(self):
        return _scope_lsp.graph_attribute(self._handle, "scope_name")

    def finalize(self):
        _scope_lsp.finalize_graph(self._handle)

    def _unsafe_unfinalize(self):
        _scope_lsp.finalize_graph(self._handle, False)

    @property
    def finalized(self):
        return _scope_lsp.graph_attribute(self._handle, "finalized")

    def device(self, device_name_or_function):
        return _Device(self._handle, device_name_or_function)

    def control_dependencies(self, control_inputs):
        return control_dependencies(control_inputs)

    def colocate_with(self, op, ignore_existing=False):
        return _Nothing()

    def container(self, container_name):
        return _Nothing(container_name)

    def gradient_override_map(self, op_type_map):
        return _Nothing()

    def _variable_creator_scope(self, creator, priority=100):
        return _CreatorScope(self._handle, creator, priority)

    def _attr_scope(self, attr_map):
        return _Nothing()

    def _get_control_flow_context(self):
        return context_of(self._handle)

    def add_to_collection(self, name, value):
        _scope_lsp.add_to_collection(name, value, _name_of(value), graph=self._handle)
        for ref in _REFERENCES:
            if ref._graph is self and ref._key == name:
                list.append(ref, value)

    def add_to_collections(self, names, value):
        for name in (names,) if isinstance(names, str) else dict.fromkeys(names):
            self.add_to_collection(name, value)

    def get_collection(self, name, scope=None):
        return _scope_lsp.get_collection(name, scope, self._handle)

    def get_collection_ref(self, name):
        return _reference(self, name)

    def clear_collection(self, name):
        _scope_lsp.clear_collection(name, self._handle)
        _REFERENCES[:] = [ref for ref in _REFERENCES if ref._graph is not self or ref._key != name]

    def get_all_collection_keys(self):
        return _scope_lsp.graph_attribute(self._handle, "collection_keys")

    @property
    def collections(self):
        return self.get_all_collection_keys()

    def create_op(
        self,
        op_type,
        inputs,
        dtypes=None,
        input_types=None,
        name=None,
        attrs=None,
        op_def=None,
        compute_shapes=True,
        compute_device=True,
    ):
        with _scope_lsp.in_graph(self._handle):
            made = Operation(_scope_lsp.new_op(op_type, name), op_type, inputs)
        made._graph_handle = self._handle
        for i, dtype in enumerate(dtypes or ()):
            output = Tensor(
                made.name,
                op_type,
                UNSURE,
                dtype=as_dtype(dtype),
                value=None,
                index=i,
                inputs=inputs,
            )
            output._op = made
            output._graph_handle = self._handle
            made.outputs.append(output)
        return made

    def get_operations(self):
        return [
            self._operation(*found)
            for found in _scope_lsp.graph_attribute(self._handle, "some_operations")
        ]

    def _operation(self, name, op_type, variable):
        """An op of this graph; it is always the same one if the model saw what it gives out."""
        if variable is not None:
            return variable.op
        outputs = _scope_lsp.outputs_of(name, self._handle)
        if outputs and outputs[0]._op_type == op_type and op_type not in SEVERAL:
            return outputs[0].op
        operation = Operation(name, op_type, None, outputs=None)
        operation._graph_handle = self._handle
        return operation

    def get_operation_by_name(self, name):
        return self.as_graph_element(name, False, True)

    def get_tensor_by_name(self, name):
        return self.as_graph_element(name, True, False)

    def as_graph_element(self, obj, allow_tensor=True, allow_operation=True):
        if not _scope_lsp.is_known(obj) or not isinstance(obj, str):
            return obj
        found = _scope_lsp.look_up(obj, allow_tensor, allow_operation, graph=self._handle)
        if not _scope_lsp.is_known(found):
            return found
        name, op_type, output, variable = found
        if output is None:
            return self._operation(name, op_type, variable)
        if variable is not None:
            return variable.handle if variable._resource else variable._ref()
        outputs = _scope_lsp.outputs_of(name, self._handle)
        return outputs[output] if output < len(outputs) else looked_up(name, op_type, output)

    def as_graph_def(self, from_version=None, add_shapes=False):
        from tensorflow._graph_defs import graph_def_of  # imports this module itself

        return graph_def_of(self)

    def is_feedable(self, tensor):
        return True

    def is_fetchable(self, tensor_or_op):
        return True

    def prevent_feeding(self, tensor):
        return None

    def prevent_fetching(self, op):
        return None

    def switch_to_thread_local(self):
        return None


_REFERENCES = []
"""The lists that were handed out, each once: what is put into a collection is in its list too."""


def _reference(graph, name):
    values = graph.get_collection(name)
    for ref in _REFERENCES:
        if ref._graph is graph and ref._key == name:
            list.__init__(ref, values)
            return ref
    made = _CollectionRef(graph, name)
    _REFERENCES.append(made)
    return made


class _CollectionRef(list):
    """The list of a collection: what is appended to it is in the collection."""

    def __init__(self, graph, name):
        list.__init__(self, graph.get_collection(name))
        self._graph = graph
        self._key = name

    def append(self, value):
        if not _scope_lsp.is_among(self, _REFERENCES):
            list.append(self, value)
        self._graph.add_to_collection(self._key, value)

    def extend(self, values):
        for value in values:
            self.append(value)

    def __iadd__(self, values):
        self.extend(values)
        return self

    def _store(self):
        values = list(self)
        _scope_lsp.clear_collection(self._key, self._graph._handle)
        for value in values:
            _scope_lsp.add_to_collection(
                self._key, value, _name_of(value), graph=self._graph._handle
            )

    def remove(self, value):
        list.remove(self, value)
        self._store()

    def pop(self, index=-1):
        value = list.pop(self, index)
        self._store()
        return value

    def clear(self):
        list.clear(self)
        self._store()

    def __delitem__(self, key):
        list.__delitem__(self, key)
        self._store()

    def __setitem__(self, key, value):
        list.__setitem__(self, key, value)
        self._store()


def _name_of(value):
    """The name by which `get_collection(..., scope)` finds a value."""
    if not _scope_lsp.is_known(value):
        return _scope_lsp.unknown("the name of what is not known")
    if isinstance(value, (Tensor, Operation)):
        return value.name
    name = getattr(value, "name", None)
    return name if not _scope_lsp.is_known(name) or isinstance(name, str) else None


def get_default_graph():
    handle = _scope_lsp.default_graph()
    graph = _scope_lsp.wrapper(handle)
    if graph is None:
        graph = Graph(handle)
    return graph


def graph_of(handle):
    """The Graph object of a graph's handle."""
    graph = _scope_lsp.wrapper(handle)
    return Graph(handle) if graph is None else graph


def reset_default_graph():
    _scope_lsp.reset_default_graph()


def has_default_graph():
    return True


def add_to_collection(name, value):
    if _REFERENCES:
        get_default_graph().add_to_collection(name, value)
    else:
        _scope_lsp.add_to_collection(name, value, _name_of(value))


def add_to_collections(names, value):
    get_default_graph().add_to_collections(names, value)


def get_collection(key, scope=None):
    return _scope_lsp.get_collection(key, scope)


def get_collection_ref(key):
    return get_default_graph().get_collection_ref(key)


def get_all_collection_keys():
    return get_default_graph().get_all_collection_keys()
