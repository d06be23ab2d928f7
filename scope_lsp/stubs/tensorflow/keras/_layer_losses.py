"""What calls of a Keras layer collect: losses, metrics and updates.

Modelled on keras/engine/base_layer.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow._nested_structures import flatten
from tensorflow._gradients import depends
from tensorflow._tensor import Operation, convert, is_tensor_like
from tensorflow.keras._call_context import context


class HasLosses:
    """A layer as the owner of losses, metrics and updates."""

    def add_loss(self, losses, inputs=None):
        given = None if inputs is None else context.inputs
        for loss in flatten(losses):
            if not _scope_lsp.is_known(loss):
                self._losses.append(loss)
            elif callable(loss):
                self._callable_losses.append(loss)
            elif loss is not None:
                loss = convert(loss)
                loss._made_for = given
                self._losses.append(loss)

    def add_metric(self, value, aggregation=None, name=None):
        if hasattr(value, "_metric_obj"):
            if not _scope_lsp.is_among(value._metric_obj, self._metrics):
                self._metrics.append(value._metric_obj)
            return
        for metric in self._metrics:
            if metric.name == name:
                metric(value)
                return
        from tensorflow.keras.metrics import Mean  # imports this module itself

        metric = Mean(name=name) if aggregation is not None else None
        if metric is not None:
            metric(value)
            self._metrics.append(metric)

    def add_update(self, updates, inputs=None):
        for update in list(updates) if isinstance(updates, (list, tuple)) else [updates]:
            update = update() if callable(update) else update
            if is_tensor_like(update):
                update = convert(update).op
            if isinstance(update, Operation):
                update._made_for = context.inputs
            self._updates.append(update)

    @property
    def updates(self):
        if not self.trainable and not self.stateful:
            return []
        return list(self._updates) + self._gather("updates")

    @property
    def losses(self):
        found = list(self._losses)
        for loss in self._callable_losses:
            loss = loss()
            if loss is not None:
                found.append(loss)
        return found + self._gather("losses")

    @property
    def metrics(self):
        return list(self._metrics) + self._gather("metrics")

    def get_updates_for(self, inputs):
        return _made_for(self.updates, inputs)

    def get_losses_for(self, inputs=None):
        return _made_for(self.losses, inputs)


def _made_for(values, inputs):
    """The updates or losses that depend on some inputs, or for None on those of no call.

    What was added while a layer was called is taken to depend on what it was called on.
    """
    if not _scope_lsp.is_known(inputs):
        return _scope_lsp.unknown("what was made for inputs that are not known")
    wanted = None if inputs is None else flatten(inputs)
    found = []
    for value in values:
        if not _scope_lsp.is_known(value):
            return _scope_lsp.unknown("what was made for some inputs")
        given = getattr(value, "_made_for", None)
        if wanted is None or given is None:
            belongs = wanted is None and given is None
        else:
            belongs = _any_depends(given, wanted)
            if not _scope_lsp.is_known(belongs):
                return _scope_lsp.unknown("what was made for some inputs")
        if belongs:
            found.append(value)
    return found


def _any_depends(values, inputs):
    unclear = False
    for value in values:
        found = depends(value, inputs) if is_tensor_like(value) else False
        if not _scope_lsp.is_known(found):
            unclear = True
        elif found:
            return True
    return _scope_lsp.unknown("whether a tensor depends on another") if unclear else False
