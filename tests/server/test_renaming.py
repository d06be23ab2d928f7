"""What the editor is told about a rename before the programs that use a file are known."""

from __future__ import annotations

import asyncio
from types import SimpleNamespace
from typing import Any, cast

import pytest
from lsprotocol import types

from scope_lsp.features.view import Indexed
from scope_lsp.server import renaming
from scope_lsp.server.language_server import ScopeServer
from scope_lsp.server.protocol import Refusal
from scope_lsp.server.result import Result
from tests.support.fixture import PATH, analysed, parse

MODEL = """\
import tensorflow as tf

MAKERS = {"kernel": lambda si$0ze: tf.get_variable("ker$0nel", [size])}
"""


class _Server:
    """A server that has analysed one document, but no program that imports it."""

    def __init__(self, text: str) -> None:
        self.shown = analysed(text)
        result = Result(1)
        result.source = Indexed(self.shown.source.analysis)
        never = SimpleNamespace(is_settled=lambda path: False)

        async def settled(path: str, patience: float) -> bool:
            return True

        self.session = SimpleNamespace(
            scheduler=SimpleNamespace(settled=settled, is_settled=lambda path: True),
            importing=never,
            documents={},
            configuration=SimpleNamespace(folders=["/project"]),
            results_about=lambda path: [result],
            is_fresh=lambda path, one: True,
            text=lambda path: text if path == PATH else None,
        )

    def path(self, uri: str) -> str:
        return PATH

    def view(self, uri: str) -> Any:
        return self.shown


def prepared(cursor: int, monkeypatch: pytest.MonkeyPatch) -> object:
    monkeypatch.setattr(renaming, "PATIENCE", 0.0)
    fixture = parse(MODEL)
    params = types.PrepareRenameParams(
        types.TextDocumentIdentifier("file://" + PATH), fixture.cursors[cursor]
    )
    server = cast(ScopeServer, _Server(fixture.text))
    return asyncio.run(renaming.prepare_rename(server, params))


def test_a_string_may_still_name_something(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(Refusal, match="have not been analysed yet"):
        prepared(1, monkeypatch)


def test_anything_else_is_left_to_other_servers(monkeypatch: pytest.MonkeyPatch) -> None:
    assert prepared(0, monkeypatch) is None
