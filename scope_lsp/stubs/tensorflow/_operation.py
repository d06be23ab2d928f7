"""`tf.Operation`, and what is known of the place of ops.

Modelled on framework/ops.py of TensorFlow 1.15.5.
"""

import _scope_lsp

DEVICES = [False]
"""Whether the program has said where ops are to be placed."""

SEVERAL = (
    "BlockLSTM CTCBeamSearchDecoder CTCGreedyDecoder CTCLoss CudnnRNN CudnnRNNV2 CudnnRNNV3 "
    "DecodeCSV DynamicPartition FusedBatchNorm FusedBatchNormV2 FusedBatchNormV3 GRUBlockCell "
    "IdentityN If IteratorGetNext LSTMBlockCell ListDiff LogUniformCandidateSampler "
    "MaxPoolWithArgmax Merge NonMaxSuppressionV4 NonMaxSuppressionV5 ParseExample PartitionedCall "
    "PyFunc Qr QueueDequeueManyV2 QueueDequeueUpToV2 QueueDequeueV2 ReaderReadUpToV2 ReaderReadV2 "
    "SampleDistortedBoundingBoxV2 SelfAdjointEigV2 SoftmaxCrossEntropyWithLogits "
    "SparseSoftmaxCrossEntropyWithLogits Split SplitV StatefulPartitionedCall StatelessIf "
    "StatelessWhile StringSplit StringSplitV2 Svd Switch TensorArrayConcatV3 TensorArrayV3 TopKV2 "
    "Unique UniqueV2 UniqueWithCounts UniqueWithCountsV2 Unpack UnstageV2 While"
).split()
"""Types of ops that give out several tensors, of which the model may know the first ones only."""


def device_of_ops():
    return _scope_lsp.unknown("where an op is placed") if DEVICES[0] else ""


def made_before(kept):
    """What was made when it was first asked for, None if nothing was.

    In TensorFlow it has been there all the time.  So if only an undecided branch has asked for it,
    it is there after that branch too, although the attribute may still be None.
    """
    options = _scope_lsp.options(kept)
    if options is None:
        return kept
    for option in options:
        if option is not None:
            return option


class Operation:
    @_scope_lsp.takes(None)
    def __init__(self, name, op_type, inputs=(), outputs=()):
        self.name = _scope_lsp.told_op(name)
        self.type = op_type
        self.inputs = _scope_lsp.unknown("an op's inputs") if inputs is None else list(inputs)
        self.outputs = _scope_lsp.unknown("an op's outputs") if outputs is None else list(outputs)
        self.control_inputs = []

    @property
    def device(self):
        if not _scope_lsp.is_a(self.name, str):
            return _scope_lsp.unknown("the device of an op made from a description")
        return device_of_ops()

    @property
    def graph(self):
        from tensorflow import _graph  # imports this module itself

        handle = getattr(self, "_graph_handle", None)
        return _graph.get_default_graph() if handle is None else _graph.graph_of(handle)

    @property
    def node_def(self):
        return _scope_lsp.unknown("an op's node_def")

    @property
    def op_def(self):
        return _scope_lsp.unknown("an op's op_def")

    @property
    def values(self):
        return lambda: tuple(self.outputs)

    def get_attr(self, name):
        return _scope_lsp.unknown("an op's attribute")

    def colocation_groups(self):
        return (
            _scope_lsp.unknown("what an op is colocated with")
            if DEVICES[0]
            else [("loc:@" + self.name).encode()]
        )

    def run(self, feed_dict=None, session=None):
        from tensorflow._session import look_up_feeds  # imports this module itself

        look_up_feeds(self.graph, feed_dict)
        return None

    def __repr__(self):
        return "<tf.Operation '%s' type=%s>" % (self.name, self.type)
