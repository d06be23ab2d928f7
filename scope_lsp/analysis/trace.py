"""Call chains: from the interpreter's stack to the spans that users see.

Frames of stubs belong to the library and are left out, so that a chain ends at the user's call.
"""

from __future__ import annotations

import ast

from scope_lsp.analysis.result import CallFrame, Span, Trace
from scope_lsp.interpreter.code import TEXT
from scope_lsp.interpreter.environment import Frame
from scope_lsp.interpreter.loader import Origin
from scope_lsp.syntax.source import Source

_MAX_API = 60
"""The maximum length of a callee's spelling, in characters."""


class Tracer:
    """Creates spans and chains, each only once."""

    def __init__(self) -> None:
        self._sources: dict[str, Source] = {}
        self._frames: dict[tuple[int, str], CallFrame] = {}
        self._keep: list[ast.AST] = []
        self._api: dict[int, str] = {}
        self._count = 0

    def forget(self, path: str) -> None:
        """The text of a file is another one from now on."""
        self._sources.pop(path, None)

    def calls(self, frame: Frame | None) -> tuple[int, ...]:
        """Return a number for each frame of the chain that identifies the call."""
        chain: list[int] = []
        while frame is not None:
            if _has_place(frame):
                if not frame.number:
                    self._count += 1
                    frame.number = self._count
                chain.append(frame.number)
            frame = frame.back
        chain.reverse()
        return tuple(chain)

    def trace(self, frame: Frame | None) -> Trace:
        """The chain of user calls that ends in ``frame``, outermost first."""
        chain: list[CallFrame] = []
        while frame is not None:
            if _has_place(frame):
                chain.append(self.call_frame(frame))
            frame = frame.back
        chain.reverse()
        return tuple(chain)

    def call_frame(self, frame: Frame) -> CallFrame:
        """Return what ``frame`` is evaluating now."""
        node = frame.node
        key = (id(node), frame.code.name)
        known = self._frames.get(key)
        if known is None:
            span = self.span(frame.module.source.path, frame.module.source.text, node)
            known = self._frames[key] = CallFrame(span, frame.code.name)
            self._keep.append(node)
        return known

    def span(self, path: str, text: str, node: ast.AST) -> Span:
        """Return the span of ``node``; for a module, its first line."""
        if not isinstance(node, (ast.expr, ast.stmt)):
            return Span(path, 1, 1, 1, 1)
        source = self._sources.get(path)
        if source is None:
            source = self._sources[path] = Source(text)
        return Span(path, *source.start(node), *source.end(node))

    def api(self, frame: Frame | None) -> str:
        """The innermost user call as the source spells it: ``tf.get_variable``."""
        user = user_frame(frame)
        if user is None:
            return ""
        node = user.node
        known = self._api.get(id(node))
        if known is None:
            target = node.func if isinstance(node, ast.Call) else node
            known = ""
            if isinstance(target, ast.expr):
                known = " ".join(ast.unparse(target).split())
                if len(known) > _MAX_API:
                    known = "…" + known[1 - _MAX_API :]
            self._api[id(node)] = known
            self._keep.append(node)
        return known


def _has_place(frame: Frame) -> bool:
    """Whether a frame belongs to user code in a file, not to a text passed to ``exec``."""
    return frame.module.source.origin is Origin.USER and frame.code.name != TEXT


def user_frame(frame: Frame | None) -> Frame | None:
    """The innermost frame of code that is not a stub's."""
    while frame is not None and frame.module.source.origin is not Origin.USER:
        frame = frame.back
    return frame


def is_direct(frame: Frame | None) -> bool:
    """Whether a stub's function that runs now was called by user code itself."""
    if frame is None or frame.module.source.origin is Origin.USER:
        return True
    return frame.back is not None and frame.back.module.source.origin is Origin.USER


def unnamed_parameter(frame: Frame | None) -> str | None:
    """The parameter of the library's function by which the user's call could have been named.

    None if there is no such parameter, or the call passed it.
    """
    found = None
    while frame is not None and frame.module.source.origin is not Origin.USER:
        if frame.code.kind == "function":
            parameters = frame.code.parameters
            for name in ("name", "scope"):
                if name in parameters.positional or name in parameters.keyword_only:
                    found = (name, frame.names.get(name))
                    break
        frame = frame.back
    return found[0] if found is not None and found[1] is None else None
