"""`tf.estimator.MultiHead`: several heads on shares of the logits.

Modelled on tensorflow_estimator/python/estimator/head/multi_head.py, which comes with TensorFlow
1.15.5.
"""

import _scope_lsp

from tensorflow import _dtypes
from tensorflow._control_flow import no_op
from tensorflow._estimator_heads_v2 import Head, refuse_awaited, summarize, train_op_of
from tensorflow._estimator_spec import EstimatorSpec, ModeKeys
from tensorflow._shape import is_int
from tensorflow._tensor import convert, create, scope
from tensorflow.keras.metrics import Mean


class MultiHead(Head):
    """Several heads, each of which has a name and a share of the logits."""

    def __init__(self, heads, head_weights=None):
        if not heads:
            refuse_awaited("Must specify heads. Given: %s" % (heads,))
        if head_weights and len(head_weights) != len(heads):
            refuse_awaited(
                "heads and head_weights must have the same size. Given len(heads): %s. "
                "Given len(head_weights): %s." % (len(heads), len(head_weights))
            )
        for head in heads:
            if head.name is None:
                refuse_awaited("All given heads must have name specified. Given: %s" % (head,))
        self._heads = tuple(heads)

    @property
    def name(self):
        return "_".join([head.name for head in self._heads])

    @property
    def logits_dimension(self):
        return sum([head.logits_dimension for head in self._heads])

    @property
    def loss_reduction(self):
        return self._heads[0].loss_reduction

    def _shares(self, logits, labels=None):
        """The logits of each head (_check_logits_and_labels)."""
        names = [head.name for head in self._heads]
        for what, given in (("logits", logits), ("labels", labels)):
            if _scope_lsp.is_a(given, dict) and set(names) - set(given):
                refuse_awaited(
                    "%s has missing values for head(s): %s"
                    % (what, [name for name in names if name not in given])
                )
        if labels is not None and _scope_lsp.is_known(labels) and not isinstance(labels, dict):
            refuse_awaited("labels must be a dict. Given: %s" % (labels,))
        if not _scope_lsp.is_known(logits):
            return {name: _scope_lsp.unknown("the logits of a head") for name in names}
        if isinstance(logits, dict):
            return logits
        found = {}
        with scope("split_logits"):
            logits = convert(logits)
            dims = logits._dims
            if _scope_lsp.is_a(dims, tuple) and is_int(dims[-1]) and is_int(self.logits_dimension):
                if dims[-1] != self.logits_dimension:
                    refuse_awaited(
                        "Could not split logits of shape %r among the heads with individual logits "
                        "dimensions: %r. The last dimension of the logits tensor should equal %d "
                        "but is %d."
                        % (
                            logits.shape.as_list(),
                            [head.logits_dimension for head in self._heads],
                            self.logits_dimension,
                            dims[-1],
                        )
                    )
            for head in self._heads:
                of_head = dims
                if _scope_lsp.is_a(dims, tuple):
                    of_head = dims[:-1] + (head.logits_dimension,)
                found[head.name] = create(
                    "Slice", None, of_head, dtype=_dtypes.float32, inputs=(logits,)
                )
        return found

    def loss(self, labels, logits, features=None, mode=None, regularization_losses=None):
        shares = self._shares(logits, labels)
        losses = [
            head.loss(labels[head.name], shares[head.name], features=features, mode=mode)
            for head in self._heads
        ]
        with scope("merge_losses"):
            return create("AddN", None, (), dtype=_dtypes.float32, inputs=tuple(losses))

    def predictions(self, logits, keys=None):
        shares, found = self._shares(logits), {}
        with scope("merge_pred"):
            for head in self._heads:
                for key, value in head.predictions(shares[head.name]).items():
                    found[(head.name, key)] = value
        return found

    def metrics(self, regularization_losses=None):
        found = {}
        if regularization_losses is not None:
            found[self._summary_key("regularization_loss")] = Mean(name="regularization_loss")
        with scope("merge_eval"):
            for head in self._heads:
                found["loss/" + head.name] = Mean(name="loss/" + head.name)
        return found

    def update_metrics(self, eval_metrics, features, logits, labels, regularization_losses=None):
        shares = self._shares(logits, labels)
        for head in self._heads:
            head.loss(labels[head.name], shares[head.name], features=features)
            updated = head.update_metrics(
                head.metrics(), features, shares[head.name], labels=labels[head.name]
            )
            eval_metrics.update(updated or {})
        return eval_metrics

    def create_estimator_spec(
        self,
        features,
        mode,
        logits,
        labels=None,
        optimizer=None,
        trainable_variables=None,
        train_op_fn=None,
        update_ops=None,
        regularization_losses=None,
    ):
        with scope(self.name, "multi_head"):
            shares = self._shares(logits, labels)
            specs = [
                head.create_estimator_spec(
                    features=features,
                    mode=mode,
                    logits=shares[head.name],
                    labels=labels[head.name] if labels else None,
                    train_op_fn=lambda loss: no_op(),
                )
                for head in self._heads
            ]
            predictions = self.predictions(logits)
            if mode == ModeKeys.PREDICT:
                return EstimatorSpec(mode, predictions)
            loss = self.loss(
                labels, logits, features, mode=mode, regularization_losses=regularization_losses
            )
            if mode == ModeKeys.EVAL:
                metrics = self.metrics(regularization_losses=regularization_losses)
                metrics = self.update_metrics(
                    metrics,
                    features,
                    logits,
                    labels=labels,
                    regularization_losses=regularization_losses,
                )
                return EstimatorSpec(mode, predictions, loss, eval_metric_ops=metrics)
            train_op = train_op_of(
                loss,
                optimizer,
                trainable_variables,
                train_op_fn=train_op_fn,
                update_ops=update_ops,
            )
            summarize(loss, regularization_losses, self._summary_key)
            metrics = {}
            for spec in specs:
                metrics.update(spec.eval_metric_ops or {})
            return EstimatorSpec(
                mode, predictions, loss, train_op=train_op, eval_metric_ops=metrics
            )
