"""What belongs to a Keras layer by being its attribute: layers and weights, in their order.

It is looked up when somebody asks for it.

Modelled on keras/engine/base_layer.py and training/tracking/layer_utils.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow._shape import as_dims, is_int, size
from tensorflow._variables import Variable

_INTERNAL = frozenset(
    "_layers _trainable_weights _non_trainable_weights _updates _losses _metrics _inbound_nodes "
    "_outbound_nodes inputs outputs input_spec _scope optimizer _built_on "
    "_collected_trainable_weights".split()
)
"""Attributes that nobody takes for layers or variables that belong to a layer."""

_MAY_BE_ONE = _scope_lsp.unknown("whether an attribute that is not known is a layer")


class HasWeights:
    """A layer as the owner of layers and weights."""

    def _children(self, unknown=False):
        """The layers that belong to this one, in the order of its attributes.

        With `unknown`, also what may be one.
        """
        found = list(self._layers)
        if not self._is_graph_network:
            for name, value in list(self.__dict__.items()):
                if name in _INTERNAL or name in self._untracked:
                    continue
                if not _scope_lsp.is_known(value):
                    if unknown and _scope_lsp.may_build(value) and _MAY_BE_ONE:
                        found.append(value)
                elif isinstance(value, (HasWeights, list, dict)):
                    _collect_layers(value, found)
        return found

    def _own(self, trainable):
        """The weights that were added and the variables among the attributes, in their order."""
        added = list(self._trainable_weights if trainable else self._non_trainable_weights)
        if self._is_graph_network:
            return added
        own = []
        for name, value in list(self.__dict__.items()):
            if (
                name not in _INTERNAL
                and name not in self._untracked
                and _scope_lsp.is_known(value)
                and isinstance(value, (Variable, list, tuple, dict))
            ):
                _collect_variables(value, own, trainable)
        if not own:
            return added
        merged = []
        for variable in own:
            while added and _scope_lsp.is_among(variable, added):
                merged.append(added.pop(0))
            if not _scope_lsp.is_among(variable, merged):
                merged.append(variable)
        return merged + added

    def _gather(self, attribute):
        found = []
        for layer in self._children():
            found.extend(getattr(layer, attribute))
        if attribute[-7:] == "weights" and not self._is_graph_network:
            for name, value in list(self.__dict__.items()):
                if (
                    name not in _INTERNAL
                    and name not in self._untracked
                    and _scope_lsp.is_known(value)
                    and not isinstance(value, HasWeights)
                    and hasattr(value, "non_trainable_weights")
                ):
                    found.extend(getattr(value, attribute))
        return found

    @property
    def trainable_weights(self):
        return self._own(True) + self._gather("trainable_weights") if self.trainable else []

    @property
    def non_trainable_weights(self):
        if self.trainable:
            return self._own(False) + self._gather("non_trainable_weights")
        return self._own(True) + self._own(False) + self._gather("weights")

    @property
    def weights(self):
        return self.trainable_weights + self.non_trainable_weights

    @property
    def trainable_variables(self):
        return self.trainable_weights

    @property
    def non_trainable_variables(self):
        return self.non_trainable_weights

    @property
    def variables(self):
        return self.weights

    @property
    def _unique_trainable_weights(self):
        found = []
        for weight in self.trainable_weights:
            if not _scope_lsp.is_among(weight, found):
                found.append(weight)
        return found

    def get_weights(self):
        return [_scope_lsp.unknown("the value of a variable") for _ in self.weights]

    def set_weights(self, weights):
        return None

    def count_params(self):
        count = 0
        for weight in self.weights:
            elements = size(as_dims(weight.shape))
            count = count + (
                elements if is_int(elements) else _scope_lsp.unknown("a number of parameters")
            )
        return count


def _collect_layers(value, found):
    if isinstance(value, HasWeights):
        if not _scope_lsp.is_among(value, found):
            found.append(value)
        return
    for item in list(value.values()) if isinstance(value, dict) else value:
        if _scope_lsp.is_known(item) and isinstance(item, (HasWeights, list, dict)):
            _collect_layers(item, found)


def _collect_variables(value, found, trainable):
    if isinstance(value, Variable):
        if bool(value.trainable) == trainable and not _scope_lsp.is_among(value, found):
            found.append(value)
        return
    for item in list(value.values()) if isinstance(value, dict) else value:
        if _scope_lsp.is_known(item) and isinstance(item, (Variable, list, tuple, dict)):
            _collect_variables(item, found, trainable)
