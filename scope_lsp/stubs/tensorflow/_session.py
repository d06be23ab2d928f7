"""Sessions: entered, left and run, of which nothing comes but unknown values.

What they are asked for by name must be in their graph.

Modelled on client/session.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow._graph import get_default_graph


def look_up_feeds(graph, feed_dict):
    """The names among the keys of a ``feed_dict``, as ``BaseSession._run`` looks them up."""
    if _scope_lsp.is_known(feed_dict) and isinstance(feed_dict, dict):
        _look_up(graph, list(feed_dict), "feed")


def _look_up(graph, asked, role):
    """The names in a structure of fetches, as ``_FetchMapper.for_fetch`` takes it apart."""
    if not _scope_lsp.is_known(asked) or not _scope_lsp.is_known(graph):
        return
    if isinstance(asked, str):
        _scope_lsp.look_up(asked, True, role == "fetch", graph=graph._handle, role=role)
    elif isinstance(asked, (list, tuple, dict)):
        for one in asked.values() if isinstance(asked, dict) else asked:
            if _scope_lsp.is_a(one, (str, list, tuple, dict)):
                _look_up(graph, one, role)


def computed():
    """What a run gives, which may raise any error instead, as at the end of a dataset."""
    _scope_lsp.unknown_code("the run of a session", False)()
    return _scope_lsp.unknown("what a session computes", data=True)


class Session:
    _default = []
    _entered = []

    def __init__(self, target="", graph=None, config=None):
        self.graph = get_default_graph() if graph is None else graph
        self.sess_str = target

    @property
    def graph_def(self):
        return self.graph.as_graph_def()

    def run(self, fetches, feed_dict=None, options=None, run_metadata=None):
        look_up_feeds(self.graph, feed_dict)
        _look_up(self.graph, fetches, "fetch")
        return computed()

    def partial_run(self, handle, fetches, feed_dict=None):
        return computed()

    def partial_run_setup(self, fetches, feeds=None):
        return _scope_lsp.unknown("a handle of a partial run")

    def make_callable(self, fetches, feed_list=None, accept_options=False):
        _look_up(self.graph, fetches, "fetch")
        return _scope_lsp.unknown("a function made by a session")

    def list_devices(self):
        return _scope_lsp.unknown("the devices of a session")

    def close(self):
        return None

    def as_default(self):
        return _DefaultSession(self)

    def __enter__(self):
        Session._entered.append(_scope_lsp.in_graph(self.graph._handle))
        Session._default.append(self)
        return self

    def __exit__(self, *exception):
        Session._default.pop()
        Session._entered.pop().__exit__()
        return False


class _DefaultSession:
    def __init__(self, session):
        self._session = session

    def __enter__(self):
        Session._default.append(self._session)
        return self._session

    def __exit__(self, *exception):
        Session._default.pop()
        return False


class InteractiveSession(Session):
    def __init__(self, target="", graph=None, config=None):
        Session.__init__(self, target, graph, config=config)
        Session._default.append(self)
        self._opened = None if graph is None else _scope_lsp.in_graph(graph._handle)

    def close(self):
        if self in Session._default:
            Session._default.remove(self)
            if self._opened is not None:
                self._opened.__exit__()


def refuse_other_graph(tensor):
    """ops._eval_using_default_session: a session evaluates what is in its own graph."""
    session = get_default_session()
    if session is not None and tensor.graph is not session.graph:
        raise ValueError(
            "Cannot use the given session to evaluate tensor: the tensor's graph is different "
            "from the session's graph."
        )


def get_default_session():
    return Session._default[-1] if Session._default else None
