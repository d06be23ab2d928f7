"""What a model function gives to an estimator.

Modelled on tensorflow_estimator/python/estimator/model_fn.py, which comes with TensorFlow 1.15.5.
"""

from collections import namedtuple

import _scope_lsp

from tensorflow._savers_and_hooks import Scaffold, SessionRunHook


class ModeKeys:
    TRAIN = "train"
    EVAL = "eval"
    PREDICT = "infer"


_SPEC = (
    "mode predictions loss train_op eval_metric_ops export_outputs training_chief_hooks "
    "training_hooks scaffold evaluation_hooks prediction_hooks"
)


class EstimatorSpec(namedtuple("EstimatorSpec", _SPEC)):
    def __new__(
        cls,
        mode,
        predictions=None,
        loss=None,
        train_op=None,
        eval_metric_ops=None,
        export_outputs=None,
        training_chief_hooks=None,
        training_hooks=None,
        scaffold=None,
        evaluation_hooks=None,
        prediction_hooks=None,
    ):
        if train_op is None and _scope_lsp.is_a(mode, str) and mode == ModeKeys.TRAIN:
            _scope_lsp.fail("Missing train_op.", when="awaited")
        if loss is None and _scope_lsp.is_a(mode, str) and mode in (ModeKeys.TRAIN, ModeKeys.EVAL):
            _scope_lsp.fail("Missing loss.", when="awaited")
        if predictions is None:
            if _scope_lsp.is_a(mode, str) and mode == ModeKeys.PREDICT:
                _scope_lsp.fail("Missing predictions.", when="awaited")
            predictions = {}
        if eval_metric_ops is None:
            eval_metric_ops = {}
        elif _scope_lsp.is_known(eval_metric_ops) and not isinstance(eval_metric_ops, dict):
            _refuse_type("eval_metric_ops must be a dict, given: %s" % (eval_metric_ops,))
        if scaffold is None:
            scaffold = Scaffold()
        elif _scope_lsp.is_known(scaffold) and not isinstance(scaffold, Scaffold):
            _refuse_type("scaffold must be tf.train.Scaffold. Given: %s" % (scaffold,))
        return super().__new__(
            cls,
            mode,
            predictions,
            loss=loss,
            train_op=train_op,
            eval_metric_ops=eval_metric_ops,
            export_outputs=export_outputs,
            training_chief_hooks=_hooks(training_chief_hooks),
            training_hooks=_hooks(training_hooks),
            scaffold=scaffold,
            evaluation_hooks=_hooks(evaluation_hooks),
            prediction_hooks=_hooks(prediction_hooks),
        )


def _refuse_type(message):
    _scope_lsp.fail(message, exception="TypeError", when="awaited")


def _hooks(hooks):
    if hooks is None:
        return ()
    return checked(hooks, "All hooks must be SessionRunHook instances, given: %s")


def checked(hooks, message, kind=SessionRunHook):
    """A tuple of hooks, none of which is anything else that is known."""
    if not _scope_lsp.is_known(hooks):
        return hooks
    hooks = tuple(hooks)
    for hook in hooks:
        if isinstance(hook, (str, int, float, dict, list, tuple)):
            _refuse_type(message % (hook,))
    return hooks
