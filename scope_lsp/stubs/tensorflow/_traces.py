"""What a `tf.function` or `defun` made of its body for one kind of arguments, and calls of it.

Each call is one op.  Modelled on eager/function.py (ConcreteFunction), framework/func_graph.py
(func_graph_from_py_func) and ops/functional_ops.py (partitioned_call) of TensorFlow 1.15.5.
"""

import inspect

import _scope_lsp
from numpy import ndarray

from tensorflow._element_specs import TensorSpec
from tensorflow._nested_structures import flatten, map_structure
from tensorflow._shape import UNSURE
from tensorflow._tensor import Tensor, TensorLike, convert, create, create_op
from tensorflow._variable_scope import get_variable_scope
from tensorflow.contrib.framework.nest import pack_sequence_as

_STATEFUL = (
    "AllCandidateSampler Assert AssignAddVariableOp AssignSubVariableOp AssignVariableOp "
    "CheckNumerics ConditionalAccumulator CudnnRNN CudnnRNNV2 CudnnRNNV3 EagerPyFunc FIFOQueueV2 "
    "FixedUnigramCandidateSampler HashTableV2 If IteratorGetNext IteratorV2 "
    "LearnedUnigramCandidateSampler LogUniformCandidateSampler LookupTableExportV2 "
    "LookupTableFindV2 LookupTableImportV2 LookupTableInsertV2 LookupTableSizeV2 Multinomial "
    "MutableDenseHashTableV2 MutableHashTableV2 ParameterizedTruncatedNormal Print PrintV2 PyFunc "
    "QueueDequeueManyV2 QueueDequeueUpToV2 QueueDequeueV2 QueueEnqueueManyV2 QueueEnqueueV2 "
    "RandomGamma RandomShuffle RandomStandardNormal RandomUniform RandomUniformInt ReadVariableOp "
    "ReduceDataset ResourceGather ResourceScatterAdd ResourceScatterUpdate "
    "SampleDistortedBoundingBoxV2 StatefulPartitionedCall TensorArrayConcatV3 TensorArrayGatherV3 "
    "TensorArrayReadV3 TensorArrayScatterV3 TensorArraySizeV3 TensorArraySplitV3 TensorArrayV3 "
    "TensorArrayWriteV3 TensorDataset TensorSliceDataset Timestamp TruncatedNormal "
    "UniformCandidateSampler VarIsInitializedOp While WriteFile WriteHistogramSummary "
    "WriteImageSummary WriteScalarSummary"
).split()
"""Types of ops that make the call of a function stateful, of those that the models make."""


def kind_of(value):
    """What of arguments TensorFlow looks at to tell whether it has run the body for such ones."""
    if not _scope_lsp.is_known(value):
        return value
    if isinstance(value, (list, tuple)):
        return tuple([kind_of(item) for item in value])
    if isinstance(value, dict):
        return tuple([(key, kind_of(value[key])) for key in sorted(value)])
    if isinstance(value, (Tensor, TensorSpec)):
        return ("tensor", value.dtype, value._dims)
    return value


def converted(value):
    """Arrays in arguments become constants (_convert_numpy_inputs of eager/function.py)."""
    return map_structure(lambda one: convert(one) if _scope_lsp.is_a(one, ndarray) else one, value)


def _is_input(value):
    return _scope_lsp.is_known(value) and isinstance(value, (Tensor, TensorSpec))


class Trace:
    """A function's body for one kind of arguments; `get_concrete_function` hands it out."""

    def __init__(self, python_function, args, kwargs, kind, signature, is_traced):
        self.kind = kind
        self._signature = kind_of(signature)
        before = _scope_lsp.accesses()
        graph = _scope_lsp.new_function_graph(is_traced)
        with _scope_lsp.in_graph(graph):
            given = _placeholders(python_function, args, kwargs, signature=signature)
            scope = get_variable_scope()
            was_resource = scope.use_resource
            scope.set_use_resource(True)
            try:
                result = python_function(*given[0], **given[1])
                self.structured_outputs = map_structure(_output, result)
            finally:
                scope.set_use_resource(was_resource)
        self.outputs = [one for one in flatten(self.structured_outputs) if _is_input(one)]
        types = [op_type for _, op_type in _scope_lsp.graph_attribute(graph, "operations")]
        stateful = any(op_type in _STATEFUL for op_type in types)
        self._op_type = "StatefulPartitionedCall" if stateful else "PartitionedCall"
        if is_traced and _scope_lsp.accesses() > before:
            # _initialize_uninitialized_variables: a function of their initial values is called.
            create_op("PartitionedCall", "PartitionedFunctionCall")

    def call(self, args, kwargs):
        """A new op that gives out what the body does.

        TensorFlow infers the shapes of its outputs from those of its inputs, which a signature may
        leave open.
        """
        exact = not self._signature or self._signature == kind_of(args)
        inputs = [convert(value) for value in flatten([args, kwargs]) if _is_input(value)]
        if not self.outputs:
            made = create_op(self._op_type, "PartitionedFunctionCall")
            result = self.structured_outputs
            return made if _scope_lsp.is_known(result) and result is None else result
        full = _scope_lsp.new_op(self._op_type)
        exact = _scope_lsp.is_known(exact) and exact
        made = given_out(full, self._op_type, self.outputs, inputs=inputs, exact=exact)
        flat = [
            made.pop(0) if _is_input(value) else value for value in flatten(self.structured_outputs)
        ]
        return pack_sequence_as(self.structured_outputs, flat)

    def __call__(self, *args, **kwargs):
        return self.call(args, kwargs)


def given_out(full, op_type, bodies, inputs, exact):
    """What the op of a call gives out: a tensor for each of the body's, of its shape if `exact`."""
    return [
        Tensor(
            full,
            op_type,
            body._dims if exact else UNSURE,
            dtype=body._dtype,
            index=i,
            inputs=[*inputs, body],
        )
        for i, body in enumerate(bodies)
    ]


def _output(value):
    if _scope_lsp.is_known(value) and isinstance(value, (TensorLike, bool, int, float)):
        return convert(value)
    return value


def _placeholders(python_function, args, kwargs, signature):
    """The arguments with placeholders for tensors, positional and named ones."""
    names = []
    if inspect.isfunction(python_function) or inspect.ismethod(python_function):
        names = inspect.getfullargspec(python_function).args
        names = names[1:] if inspect.ismethod(python_function) else names
    positional = []
    for i, value in enumerate(args):
        spec = signature[i] if i < len(signature) else value
        positional.append(_placeholder(value, spec, names[i] if i < len(names) else "args_%d" % i))
    named = {key: _placeholder(kwargs[key], kwargs[key], key) for key in kwargs}
    return positional, named


def _placeholder(value, spec, name):
    if _is_input(spec):
        own = spec.name if isinstance(spec, TensorSpec) and spec.name else name
        return create("Placeholder", own, spec._dims, dtype=spec._dtype, inputs=())
    if _scope_lsp.is_known(value) and isinstance(value, (list, tuple, dict)):
        return map_structure(lambda one: _placeholder(one, one, name), value)
    return value
