"""`slim.learning`: the loop that trains is not run, what it makes is unknown."""

import _scope_lsp

from tensorflow._train_functions import (
    add_gradients_summaries,
    clip_gradient_norms,
    multiply_gradients,
)
from tensorflow._train_functions import create_slim_train_op as create_train_op
from tensorflow._unmodelled import lookup as _lookup


def _parameters_of_train(
    train_op,
    logdir,
    train_step_fn=None,
    train_step_kwargs=None,
    log_every_n_steps=None,
    graph=None,
    master=None,
    is_chief=None,
    global_step=None,
    number_of_steps=None,
    init_op=None,
    init_feed_dict=None,
    local_init_op=None,
    init_fn=None,
    ready_op=None,
    summary_op=None,
    save_summaries_secs=None,
    summary_writer=None,
    startup_delay_steps=None,
    saver=None,
    save_interval_secs=None,
    sync_optimizer=None,
    session_config=None,
    session_wrapper=None,
    trace_every_n_steps=None,
    ignore_live_threads=None,
): ...


@_scope_lsp.takes(_parameters_of_train)
def train(train_op, logdir, *args, **kwargs):
    return _scope_lsp.unknown("the loss after training")


def __getattr__(name):
    return _lookup("contrib.slim.learning." + name)
