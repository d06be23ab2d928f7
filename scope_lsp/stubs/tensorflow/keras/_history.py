"""Which layers a tensor came through, from `Input` on: the graph of layers of functional models.

Modelled on keras/engine/{node,base_layer_utils}.py and on _map_graph_network in
keras/engine/network.py of TensorFlow 1.15.5.
"""

import collections

import _scope_lsp

from tensorflow._nested_structures import flatten
from tensorflow._tensor import Tensor, is_tensor
from tensorflow.keras import _state

KerasHistory = collections.namedtuple("KerasHistory", ("layer", "node_index", "tensor_index"))


def has_history(tensor):
    return _scope_lsp.is_known(tensor) and hasattr(tensor, "_keras_history")


def all_have_history(tensors):
    for tensor in tensors:
        if not has_history(tensor):
            return False
    return True


def all_are_known(tensors):
    for tensor in tensors:
        if not _scope_lsp.is_known(tensor) or getattr(tensor, "_is_unknown", False):
            return False
    return True


class Node:
    """One call of a layer."""

    def __init__(self, outbound_layer, input_tensors, output_tensors, arguments=None):
        self.outbound_layer = outbound_layer
        self.input_tensors = input_tensors
        self.output_tensors = output_tensors
        self.arguments = arguments or {}
        made = flatten(output_tensors)  # those of an `Input` are its inputs too
        self.inbound = [
            tensor._keras_history
            for tensor in flatten(input_tensors)
            if has_history(tensor)
            and not (
                tensor._keras_history.layer is outbound_layer and _scope_lsp.is_among(tensor, made)
            )
        ]
        for tensor in flatten(list(self.arguments.values())):
            if is_tensor(tensor):
                create_keras_history([tensor])
                if has_history(tensor):
                    self.inbound.append(tensor._keras_history)
        for history in self.inbound:
            history.layer._outbound_nodes.append(self)
        outbound_layer._inbound_nodes.append(self)

    def is_complete(self):
        """Whether `inbound` names every layer that the inputs came through."""
        return all_are_known(flatten(self.input_tensors))

    @property
    def inbound_layers(self):
        if not self.is_complete():
            return _scope_lsp.unknown("layers that an unknown input came through")
        return [history.layer for history in self.inbound]


def add_node(layer, inputs, outputs, arguments=None):
    """A layer's call, remembered with what it made (Layer._add_inbound_node)."""
    node = Node(layer, inputs, outputs, arguments=arguments)
    index = len(layer._inbound_nodes) - 1
    for i, tensor in enumerate(flatten(outputs)):
        if is_tensor(tensor):
            tensor._keras_history = KerasHistory(layer, index, i)
    return node


def inputs_exist():
    """Whether some `Input` was made: before that there is no history to look for."""
    return _state._config.get("inputs", False)


def _uses_history(tensor, seen):
    """Whether a tensor is computed from an `Input`."""
    pending = [tensor]
    while pending:
        node = pending.pop()
        if node in seen:
            continue
        seen.add(node)
        if hasattr(node, "_keras_history"):
            return True
        if getattr(node, "_is_unknown", False):
            continue
        inputs = getattr(node, "_inputs", None)
        if _scope_lsp.is_known(inputs) and inputs:
            pending.extend([x for x in inputs if _scope_lsp.is_known(x)])
    return False


def create_keras_history(tensors):
    """Make layers of the ops that lie between an `Input` and these tensors."""
    seen = set()
    for tensor in tensors:
        if (
            is_tensor(tensor)
            and not hasattr(tensor, "_keras_history")
            and _uses_history(tensor, seen)
        ):
            _history_of(tensor)
            seen = set()


def _history_of(tensor):
    if hasattr(tensor, "_keras_history"):
        return
    inputs = [x for x in tensor._inputs if is_tensor(x) and _uses_history(x, set())]
    for x in inputs:
        _history_of(x)
    from tensorflow.keras._op_layer import TensorFlowOpLayer  # imports this module itself

    add_node(TensorFlowOpLayer(tensor), inputs, [tensor])


def map_graph(inputs, outputs):
    """The nodes between inputs and outputs and their layers, those nearest to the inputs first."""
    order = []
    finished = set()
    indices = {}
    for output in outputs:
        _visit(output._keras_history, order, finished, indices=indices)
    node_depths = {}
    layer_depths = {}
    for node in reversed(order):
        depth = max(node_depths.get(node, 0), layer_depths.get(node.outbound_layer, 0))
        layer_depths[node.outbound_layer] = depth
        node_depths[node] = depth
        for history in node.inbound:
            before = history.layer._inbound_nodes[history.node_index]
            node_depths[before] = max(depth + 1, node_depths.get(before, 0))
    for tensor in inputs:
        layer = tensor._keras_history.layer
        if layer not in layer_depths:
            layer_depths[layer] = 0
            indices[layer] = -1
            node_depths[layer._inbound_nodes[0]] = 0
    layers = sorted(layer_depths, key=lambda layer: (-layer_depths[layer], indices[layer]))
    nodes = sorted(node_depths, key=lambda node: -node_depths[node])
    return nodes, layers


def _visit(history, order, finished, indices):
    """Nodes in the order in which their inputs are there (build_map), without recursion."""
    pending = [(history, False)]
    while pending:
        history, done = pending.pop()
        layer = history.layer
        node = layer._inbound_nodes[history.node_index]
        if done:
            if node not in finished:
                finished.add(node)
                order.append(node)
            continue
        if node in finished:
            continue
        if layer not in indices:
            indices[layer] = len(indices)
        pending.append((history, True))
        pending.extend([(before, False) for before in reversed(node.inbound)])
