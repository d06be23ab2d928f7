"""Code lenses that the client was given: when there are others, it is told to ask again.

Editors ask for lenses after an edit.  But lenses also change without one: when a program that
imports the file has been analysed, when another file was edited, and with the settings.  What the
lenses are is ``features.code_lens``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from lsprotocol import types
from pygls.capabilities import get_capability

from scope_lsp.features.code_lens import code_lens
from scope_lsp.server.notices import log_failure

if TYPE_CHECKING:
    from scope_lsp.server.language_server import ScopeServer

Lenses = list[types.CodeLens] | None


class GivenLenses:
    """The newest lenses that a client has of each document."""

    def __init__(self, server: ScopeServer) -> None:
        self._server = server
        self._given: dict[str, Lenses] = {}
        self._asked: dict[str, int] = {}
        """The number of requests for a document that are not answered: those get what is new."""

    @contextmanager
    def request(self, uri: str) -> Iterator[None]:
        """While the client waits for the lenses of a document."""
        self._asked[uri] = self._asked.get(uri, 0) + 1
        try:
            yield
        finally:
            self._asked[uri] -= 1
            if not self._asked[uri]:
                del self._asked[uri]

    def give(self, uri: str) -> Lenses:
        """The lenses of a document as it is known now, for the client."""
        self._given[uri] = self._now(uri)
        return self._given[uri]

    def forget(self, uris: Iterable[str]) -> None:
        """Documents were closed."""
        for uri in uris:
            self._given.pop(uri, None)

    def renew(self, uris: Iterable[str]) -> None:
        """Documents were analysed: if the client has other lenses of one, it is told."""
        capabilities = self._server.client_capabilities
        if not get_capability(capabilities, "workspace.code_lens.refresh_support", default=False):
            return
        known = [uri for uri in uris if uri in self._given and uri not in self._asked]
        if any(self._given[uri] != self._now(uri) for uri in known):
            for uri in known:
                del self._given[uri]  # until it is asked for again, it is old
            self._server.workspace_code_lens_refresh(None).add_done_callback(log_failure)

    def _now(self, uri: str) -> Lenses:
        view = self._server.view(uri)
        return code_lens(view, self._server.shows_locations) if view is not None else None
