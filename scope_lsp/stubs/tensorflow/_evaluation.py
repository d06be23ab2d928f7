"""Evaluation of checkpoints outside of estimators: the step that it counts, and its sessions.

Modelled on training/evaluation.py and contrib/training/python/training/evaluation.py of
TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow import _dtypes
from tensorflow._get_variable import get_variable
from tensorflow._graph import GraphKeys, get_collection
from tensorflow._init_ops import Zeros
from tensorflow._monitored_session import ChiefSessionCreator, MonitoredSession


@_scope_lsp.takes(True, "_get_or_create_eval_step")
def get_or_create_eval_step():
    steps = get_collection(GraphKeys.EVAL_STEP)
    if len(steps) == 1:
        return steps[0]
    if len(steps) > 1:
        raise ValueError("Multiple tensors added to tf.GraphKeys.EVAL_STEP")
    return get_variable(
        "eval_step",
        shape=[],
        dtype=_dtypes.int64,
        initializer=Zeros(),
        trainable=False,
        collections=[GraphKeys.LOCAL_VARIABLES, GraphKeys.EVAL_STEP],
    )


def _run(scaffold, master, config, hooks):
    with MonitoredSession(ChiefSessionCreator(scaffold, master, config), list(hooks or [])):
        pass


def _results(final_ops):
    return None if final_ops is None else _scope_lsp.unknown("the results of an evaluation")


@_scope_lsp.takes(True, "_evaluate_once")
def evaluate_once(
    checkpoint_path,
    master="",
    scaffold=None,
    eval_ops=None,
    feed_dict=None,
    final_ops=None,
    final_ops_feed_dict=None,
    hooks=None,
    config=None,
):
    get_or_create_eval_step()
    _run(scaffold, master, config, hooks=hooks)
    return _results(final_ops)


def evaluate_repeatedly(
    checkpoint_dir,
    master="",
    scaffold=None,
    eval_ops=None,
    feed_dict=None,
    final_ops=None,
    final_ops_feed_dict=None,
    eval_interval_secs=60,
    hooks=None,
    config=None,
    max_number_of_evaluations=None,
    timeout=None,
    timeout_fn=None,
):
    get_or_create_eval_step()
    if _scope_lsp.unknown("whether there is a checkpoint"):
        _run(scaffold, master, config, hooks=hooks)
    return _results(final_ops)
