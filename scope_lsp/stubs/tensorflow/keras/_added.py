"""Losses and metrics that are added to a model of layers once it is made: layers of their own.

Modelled on _graph_network_add_loss and _graph_network_add_metric of keras/engine/network.py, and on
AddLoss and AddMetric of keras/engine/base_layer.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow.keras import _history
from tensorflow.keras._layer import Layer


class AddLoss(Layer):
    def __init__(self, unconditional, **kwargs):
        super(AddLoss, self).__init__(**kwargs)
        self.unconditional = unconditional

    def call(self, inputs):
        self.add_loss(inputs, inputs=not self.unconditional)
        return inputs


class AddMetric(Layer):
    def __init__(self, aggregation=None, metric_name=None, **kwargs):
        super(AddMetric, self).__init__(**kwargs)
        self.aggregation = aggregation
        self.metric_name = metric_name

    def call(self, inputs):
        self.add_metric(inputs, self.aggregation, self.metric_name)
        return inputs


def is_from_inputs(tensor):
    """Whether a tensor came through layers, which have to be looked up for it."""
    if not _scope_lsp.is_known(tensor) or not hasattr(tensor, "_op_type"):
        return False
    _history.create_keras_history([tensor])
    return _history.has_history(tensor)


def add_layer(model, layer, tensor):
    """Network._insert_layers: the layers that lead to a tensor, and the one that takes it."""
    nodes, layers = _history.map_graph(model.inputs, [tensor])
    layer(tensor)
    for node in nodes + layer._inbound_nodes:
        if not _scope_lsp.is_among(node, model._nodes):
            model._nodes.append(node)
    for one in layers + [layer]:
        if not _scope_lsp.is_among(one, model._layers):
            model._layers.append(one)
