"""`tf.contrib.slim.evaluation`: metrics of the checkpoints of a model.

Modelled on contrib/slim/python/slim/evaluation.py of TensorFlow 1.15.5.
"""

from tensorflow import _evaluation
from tensorflow._unmodelled import lookup as _lookup


def evaluate_once(
    master,
    checkpoint_path,
    logdir,
    num_evals=1,
    initial_op=None,
    initial_op_feed_dict=None,
    eval_op=None,
    eval_op_feed_dict=None,
    final_op=None,
    final_op_feed_dict=None,
    summary_op=0,
    summary_op_feed_dict=None,
    variables_to_restore=None,
    session_config=None,
    hooks=None,
):
    return _evaluation.evaluate_once(
        checkpoint_path,
        master=master,
        eval_ops=eval_op,
        final_ops=final_op,
        hooks=hooks,
        config=session_config,
    )


def evaluation_loop(
    master,
    checkpoint_dir,
    logdir,
    num_evals=1,
    initial_op=None,
    initial_op_feed_dict=None,
    init_fn=None,
    eval_op=None,
    eval_op_feed_dict=None,
    final_op=None,
    final_op_feed_dict=None,
    summary_op=0,
    summary_op_feed_dict=None,
    variables_to_restore=None,
    eval_interval_secs=60,
    max_number_of_evaluations=None,
    session_config=None,
    timeout=None,
    timeout_fn=None,
    hooks=None,
):
    return _evaluation.evaluate_repeatedly(
        checkpoint_dir,
        master=master,
        eval_ops=eval_op,
        final_ops=final_op,
        hooks=hooks,
        config=session_config,
    )


def __getattr__(name):
    return _lookup("contrib.training." + name)
