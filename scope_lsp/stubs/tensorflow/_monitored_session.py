"""Sessions that run hooks, and the supervisor: they finalize the graph.

What they compute is unknown.

Modelled on training/monitored_session.py and training/supervisor.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow._graph import get_default_graph
from tensorflow._session import Session, computed


class SessionCreator:
    def create_session(self):
        raise NotImplementedError("create_session is not implemented for %s." % self)


class ChiefSessionCreator(SessionCreator):
    def __init__(
        self,
        scaffold=None,
        master="",
        config=None,
        checkpoint_dir=None,
        checkpoint_filename_with_path=None,
    ):
        self._scaffold = scaffold

    def create_session(self):
        if _scope_lsp.is_known(self._scaffold) and self._scaffold is not None:
            self._scaffold.finalize()
        get_default_graph().finalize()
        return Session()


class WorkerSessionCreator(ChiefSessionCreator):
    def __init__(self, scaffold=None, master="", config=None, max_wait_secs=1800):
        ChiefSessionCreator.__init__(self, scaffold)


class MonitoredSession(Session):
    def __init__(self, session_creator=None, hooks=None, stop_grace_period_secs=120):
        graph = get_default_graph()
        Session.__init__(self, graph=graph)
        self._was_finalized = graph.finalized
        self._hooks = list(hooks) if _scope_lsp.is_known(hooks) and hooks else []
        for hook in self._hooks:
            hook.begin()
        creator = ChiefSessionCreator() if session_creator is None else session_creator
        session = creator.create_session()
        for hook in self._hooks:
            hook.after_create_session(session, None)

    def should_stop(self):
        return _scope_lsp.unknown("whether a session should stop")

    def _tf_sess(self):
        return self

    def run_step_fn(self, step_fn):
        return computed()

    def close(self):
        if not self._was_finalized:
            get_default_graph()._unsafe_unfinalize()

    def __enter__(self):
        return self

    def __exit__(self, exception_type, *exception):
        if exception_type is None:
            for hook in self._hooks:
                hook.end(self)
        self.close()
        return (
            _scope_lsp.is_known(exception_type)
            and exception_type is not None
            and exception_type.__name__ in ("OutOfRangeError", "StopIteration")
        )


class SingularMonitoredSession(MonitoredSession):
    def __init__(
        self,
        hooks=None,
        scaffold=None,
        master="",
        config=None,
        checkpoint_dir=None,
        stop_grace_period_secs=120,
        checkpoint_filename_with_path=None,
    ):
        MonitoredSession.__init__(self, ChiefSessionCreator(scaffold), hooks)

    def raw_session(self):
        return self


def MonitoredTrainingSession(
    master="",
    is_chief=True,
    checkpoint_dir=None,
    scaffold=None,
    hooks=None,
    chief_only_hooks=None,
    save_checkpoint_secs=600,
    save_summaries_steps=100,
    save_summaries_secs=None,
    config=None,
    stop_grace_period_secs=120,
    log_step_count_steps=100,
    max_wait_secs=7200,
    save_checkpoint_steps=None,
    summary_dir=None,
):
    every = []
    for given in (chief_only_hooks if is_chief else None), hooks:
        if _scope_lsp.is_known(given) and given:
            every.extend(given)
    return MonitoredSession(ChiefSessionCreator(scaffold), every)


class Supervisor:
    USE_DEFAULT = 0

    def __init__(
        self,
        graph=None,
        ready_op=0,
        ready_for_local_init_op=0,
        is_chief=True,
        init_op=0,
        init_feed_dict=None,
        local_init_op=0,
        logdir=None,
        summary_op=0,
        saver=0,
        global_step=0,
        save_summaries_secs=120,
        save_model_secs=600,
        recovery_wait_secs=30,
        stop_grace_secs=120,
        checkpoint_basename="model.ckpt",
        session_manager=None,
        summary_writer=0,
        init_fn=None,
        local_init_run_options=None,
    ):
        graph = get_default_graph() if graph is None else graph
        if _scope_lsp.is_known(graph):
            graph.finalize()
        self._graph = graph

    def managed_session(
        self, master="", config=None, start_standard_services=True, close_summary_writer=True
    ):
        return Session(graph=self._graph)

    def prepare_or_wait_for_session(
        self,
        master="",
        config=None,
        wait_for_checkpoint=False,
        max_wait_secs=7200,
        start_standard_services=True,
    ):
        return Session(graph=self._graph)

    def should_stop(self):
        return _scope_lsp.unknown("whether a supervisor should stop")

    def loop(self, timer_interval_secs, target, args=None, kwargs=None):
        return _scope_lsp.unknown("a thread that calls a function again and again")

    def __getattr__(self, name):
        if name[:2] == "__":
            raise AttributeError(name)
        return _scope_lsp.unknown("what a supervisor has")
