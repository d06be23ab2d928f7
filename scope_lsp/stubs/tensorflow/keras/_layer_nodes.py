"""The place of a Keras layer in a graph of layers: its nodes, inputs and outputs.

Modelled on keras/engine/base_layer.py of TensorFlow 1.15.5.
"""

from tensorflow.keras._inputs import shape_tuples


class HasNodes:
    """A layer as a part of a graph of layers."""

    @property
    def inbound_nodes(self):
        return self._inbound_nodes

    @property
    def outbound_nodes(self):
        return self._outbound_nodes

    def get_input_at(self, node_index):
        return _single(self._inbound_nodes[node_index].input_tensors)

    def get_output_at(self, node_index):
        return _single(self._inbound_nodes[node_index].output_tensors)

    def get_input_shape_at(self, node_index):
        return shape_tuples(self.get_input_at(node_index))

    def get_output_shape_at(self, node_index):
        return shape_tuples(self.get_output_at(node_index))

    @property
    def input(self):
        if not self._inbound_nodes:
            raise AttributeError("Layer " + self._name + " is not connected, no input to return.")
        return self.get_input_at(0)

    @property
    def output(self):
        if not self._inbound_nodes:
            raise AttributeError("Layer " + self._name + " has no inbound nodes.")
        return self.get_output_at(0)

    @property
    def input_shape(self):
        return shape_tuples(self.input)

    @property
    def output_shape(self):
        return shape_tuples(self.output)


def _single(tensors):
    return tensors[0] if isinstance(tensors, list) and len(tensors) == 1 else tensors
