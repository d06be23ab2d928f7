"""Sessions: entered, left and run, of which nothing comes but unknown values.

Modelled on client/session.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow._graph import get_default_graph


class Session:
    _default = []

    def __init__(self, target="", graph=None, config=None):
        self.graph = get_default_graph() if graph is None else graph
        self.sess_str = target

    @property
    def graph_def(self):
        return self.graph.as_graph_def()

    def run(self, fetches, feed_dict=None, options=None, run_metadata=None):
        return _scope_lsp.unknown("what a session computes")

    def partial_run(self, handle, fetches, feed_dict=None):
        return _scope_lsp.unknown("what a session computes")

    def partial_run_setup(self, fetches, feeds=None):
        return _scope_lsp.unknown("a handle of a partial run")

    def make_callable(self, fetches, feed_list=None, accept_options=False):
        return _scope_lsp.unknown("a function made by a session")

    def list_devices(self):
        return _scope_lsp.unknown("the devices of a session")

    def close(self):
        return None

    def as_default(self):
        return _DefaultSession(self)

    def __enter__(self):
        _scope_lsp.push_graph(self.graph._handle)
        Session._default.append(self)
        return self

    def __exit__(self, *exception):
        Session._default.pop()
        _scope_lsp.pop_graph()
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
        self._explicit_graph = graph
        Session._default.append(self)
        if graph is not None:
            _scope_lsp.push_graph(graph._handle)

    def close(self):
        if self in Session._default:
            Session._default.remove(self)
            if self._explicit_graph is not None:
                _scope_lsp.pop_graph()


def get_default_session():
    return Session._default[-1] if Session._default else None
