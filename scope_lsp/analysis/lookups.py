"""Primitives that look things up in the graph: collections, and things by name.

This is a part of the table in ``primitives``.  Each lookup is recorded for the rules, with
TensorFlow's own answer.  Nothing is recorded if the model may not know everything that exists.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import Any

from scope_lsp.analysis.convert import Uncertain
from scope_lsp.analysis.emptiness import expects_none
from scope_lsp.analysis.name_lists import beginning, misspelt
from scope_lsp.analysis.primitive import Group, primitive
from scope_lsp.analysis.result import (
    Certainty,
    CollectionLookup,
    NameFilter,
    NameLookup,
    Restore,
    Span,
    Trace,
)
from scope_lsp.analysis.trace import user_frame
from scope_lsp.interpreter.builtins.classes import EXCEPTIONS
from scope_lsp.interpreter.environment import Frame
from scope_lsp.interpreter.values import Instance, Opaque, Unknown, Value
from scope_lsp.naming.graph import Graph
from scope_lsp.naming.name import is_symbolic
from scope_lsp.naming.variable import Variable

_ALIKE = 0.75
"""How similar two names must be for one to be suggested instead of the other."""
_NUMBER = re.compile(r"_\d+(?=[/:]|\Z)")
"""The number that makes a name unique.  Numbers may differ where the model creates fewer ops."""
_NOT_MADE = re.compile(r"(?:gradients|save|init|report_uninitialized)(?:_\w+)?(?:/|\Z)|.*_grad/")
"""Ops of training, saving and initializing, of which the model creates hardly any."""
_COUNT = re.compile(r"(_\d+)+\Z")
_GLOBAL_STEP = "global_step"
"""A collection with one item: with another one, TensorFlow finds no step any more
(training_util.py, ``get_global_step``)."""
_OP_TYPE = re.compile(r"[A-Z]+[a-z0-9]|LRN|I?R?FFT")
"""How names begin that TensorFlow gives to ops itself."""
_FORM = 'Tensor names must be of the form "<op_name>:<output_index>".'


class Lookups(Group):
    """The primitives that look things up, for one run."""

    def __init__(self, *given: Any, **options: Any) -> None:
        super().__init__(*given, **options)
        self._expecting_none: dict[Span, bool] = {}

    @primitive
    def get_collection(
        self,
        key: object,
        scope: str | None = None,
        graph: Graph | None = None,
        chosen: bool = True,
    ) -> list[object]:
        """Do what ``Graph.get_collection`` does, and record it."""
        where = self.graph_or_default(graph)
        selected = where.select(key, scope)
        found = [item for item, _ in selected]
        if chosen and isinstance(scope, str) and scope and isinstance(key, str):
            everything = where.get_collection(key)
            if all(isinstance(item, Variable) for item in everything):
                names = _names(found), _names(everything)
                self._note_collection(key, scope, *names, self._certainty_of_all(where))
        items = [item.wrapper if isinstance(item, Variable) else item for item in found]
        unsure = any(isinstance(item, Variable) and item.possible for item in found)
        unsure = unsure or where.may_select_more(key, scope)
        excluded = [index for index, (_, doubtful) in enumerate(selected) if doubtful]
        may_have_more = where.disturbed and not (key == _GLOBAL_STEP and items)
        more = may_have_more or unsure
        return Uncertain(items, absent=excluded, uncounted=more) if more or excluded else items

    def _note_collection(
        self,
        key: str,
        scope: str,
        found: Sequence[str],
        everything: Sequence[str],
        certainty: Certainty,
    ) -> None:
        trace = self.recorder.trace()
        if not trace or is_symbolic(scope) or any(map(is_symbolic, everything)):
            return
        chosen = set(found)
        others = tuple(name for name in everything if name not in chosen)
        frame = user_frame(self.interp.frame)
        asked = not found and frame is not None and self._asked(trace[-1].span, frame)
        self.recorder.collections.append(
            CollectionLookup(key, scope, trace, certainty, tuple(found), others, asked)
        )

    def _asked(self, span: Span, frame: Frame, is_condition: bool = False) -> bool:
        """Whether the program asks if a filter at this place finds none."""
        if span not in self._expecting_none:
            text = frame.module.source.text
            self._expecting_none[span] = expects_none(span, text, is_condition)
        return self._expecting_none[span]

    def _certainty(self, graph: Graph) -> Certainty:
        """How certain it is that a graph holds exactly what the model says."""
        return self.recorder.certainty(certain=not graph.disturbed and not graph.uncertain)

    def _certainty_of_all(self, graph: Graph) -> Certainty:
        """How certain it is that a graph holds no more than the model says.

        After undecided branches, the model has the variables of both arms.
        """
        if graph.disturbed or not self.recorder.is_sound:
            return Certainty.POSSIBLE
        return Certainty.DEFINITE

    @primitive
    def look_up(
        self,
        name: object,
        tensors: bool = True,
        operations: bool = True,
        graph: object = None,
        role: str = "",
    ) -> object:
        """Do what ``Graph.as_graph_element`` (framework/ops.py) does; record what it would refuse.

        Returns the op's name, its type, the number of the output (None: the op itself is wanted),
        and the variable that it holds.  Raises the program's exception if a handler waits for it.
        """
        where = self.state.default_graph() if graph is None else graph
        if isinstance(name, str) and not is_symbolic(name) and isinstance(where, Graph):
            refusal = _refusal(name, tensors, operations, where)
            if refusal is not None:
                refusal = refusal.by_session(name, role)
                self._refuse(name, refusal, where)
            op, colon, output = name.partition(":")
            if refusal is None and op in where.nodes:
                held = (one.wrapper for one in where.variables if one.op_name == op)
                return (op, where.nodes[op], int(output) if colon else None, next(held, None))
        return Unknown("an op or tensor looked up by name")

    def _refuse(self, name: str, refusal: _Refusal, graph: Graph) -> None:
        """TensorFlow raises: certainly, or as far as the model knows what exists."""
        # Unknown code that left its mark on the default graph may have reached this one too.
        graphs = graph, self.state.default_graph()
        exact = all(self._certainty(one) is Certainty.DEFINITE for one in graphs)
        certain = self.recorder.certainty() is Certainty.DEFINITE
        if refusal.missing:
            certain = exact and not graph.eager and self._is_certainly_absent(refusal.op, graph)
        instance = Instance(EXCEPTIONS[refusal.exception])
        instance.names["args"] = (refusal.message,)
        handler = self.interp.catcher_of(instance)
        if handler is not None:
            raised = self.interp.raised(instance)
            raised.deliberate = True
            if certain or not refusal.missing:
                raise raised
            handler.possible.append(raised)
        elif not refusal.missing:
            self._note(name, refusal.message, *refusal.candidates, certain=certain)
        elif certain or exact:
            candidates = self._beside(refusal, graph)
            self._note_missing(name, refusal.message, candidates, graph, certain)

    def _beside(self, refusal: _Refusal, graph: Graph) -> list[str]:
        """The names that may have been meant.

        In a scope that the library opened, such as a saver's, the model may not know the ops, and a
        name from elsewhere is no better.  A graph compares names in lower case, and so does a slip.
        """
        scopes = {scope.op_prefix.lower() for scope in self.recorder.scopes}
        found, path = refusal.candidates, ""
        for part in refusal.op.lower().split("/")[:-1]:
            path = f"{path}/{part}" if path else part
            if path not in graph.names:
                break
            if path not in scopes:
                found = [name for name in found if name.lower().startswith(f"{path}/")]
        return found

    def _is_certainly_absent(self, op: str, graph: Graph) -> bool:
        """Whether no call of the program can have created an op with this name.

        The model knows the scopes that the program opens itself, but not all ops that the library
        creates inside its own scopes.  There, and where names differ only by a number, nothing is
        certain.
        """
        scopes = {scope.op_prefix for scope in self.recorder.scopes}
        used = {*graph.names, *(node.lower() for node in graph.nodes)}
        if any(map(is_symbolic, used)):
            return False
        path = ""
        for part in op.split("/"):
            parent, path = path, f"{path}/{part}" if path else part
            if path.lower() in used:
                if path not in scopes:
                    return False
                continue
            start = f"{parent}/".lower() if parent else ""
            beside = {_plain(name[len(start) :]) for name in used if name.startswith(start)}
            return _plain(part.lower()) not in beside and not _OP_TYPE.match(part)
        return False

    @primitive
    def look_up_variable(self, name: object, source: object) -> None:
        """As ``init_from_checkpoint`` (training/checkpoint_utils.py) reads its right sides."""
        if not isinstance(name, str) or not isinstance(source, str):
            return
        graph = self.state.default_graph()
        known = [key for key in graph.store.variables if not is_symbolic(key)]
        scope = name.rpartition("/")[0]
        if is_symbolic(name) or name in known or f"{name}/part_0" in known:
            return
        if not source.endswith("/"):
            self._note_missing(
                name, f"No variable {name} in the graph takes {source}.", known, graph
            )
        elif scope and not any(key.startswith(f"{scope}/") for key in known):
            scopes = {f"{key[:end]}/": None for key in known for end in _slashes(key)}
            self._note_missing(
                name, f"No variable in the graph begins with {scope}/.", scopes, graph
            )

    @primitive
    def restore(self, path: object, wanted: object) -> None:
        """Record a call that restores from a checkpoint, if its path and its names are known.

        ``wanted`` is a list of names in the checkpoint, of variables, and of their shapes.
        """
        trace = self.recorder.trace()
        if not isinstance(path, str) or is_symbolic(path) or not trace:
            return
        if not isinstance(wanted, list) or not self.recorder.is_sound:
            return
        found = []
        for one in wanted:
            if not isinstance(one, list | tuple) or len(one) != 3:
                return
            key, name, shape = one
            if not isinstance(key, str) or not isinstance(name, str) or is_symbolic(key):
                return
            sizes = tuple(shape) if isinstance(shape, list | tuple) else None
            found.append((key, name, sizes and tuple(map(_size, sizes))))
        certainty = self._certainty(self.state.default_graph())
        if certainty is Certainty.DEFINITE:
            self.recorder.restores.append(Restore(path, tuple(found), trace, certainty))

    def _note(self, name: str, message: str, *candidates: str, certain: bool) -> None:
        """Record a name that no graph has."""
        trace = self.recorder.trace()
        if trace:
            certainty = self.recorder.certainty()
            found = NameLookup(name, message, trace, certainty, candidates, certain)
            self.recorder.lookups.append(found)
            self.recorder.after_error |= certain

    def _note_missing(
        self,
        name: str,
        message: str,
        known: Iterable[str],
        graph: Graph,
        certain: bool = False,
    ) -> None:
        """Record a name that this graph does not have, if it has a similar one.

        Without a similar name, it may be of a kind that the model does not create, unless its
        absence is certain.
        """
        trace = self.recorder.trace()
        certainty = self._certainty(graph)
        if not trace or certainty is not Certainty.DEFINITE:
            return
        alike = get_close_matches(name, known, n=3, cutoff=_ALIKE)
        alike = [other for other in alike if _NUMBER.sub("", other) != _NUMBER.sub("", name)]
        if alike or certain:
            found = NameLookup(name, message, trace, certainty, tuple(alike), certain)
            self.recorder.lookups.append(found)
            self.recorder.after_error |= certain

    def note_filter(
        self, frame: Frame, test: ast.expr, items: Sequence[tuple[Value, bool]]
    ) -> None:
        """Record what selected some of ``items`` by a test, if they are variables."""
        variables = [_variable_of(item) for item, _ in items]
        names = [variable.op_name for variable in variables if variable is not None]
        if not names or len(names) < len(items) or any(map(is_symbolic, names)):
            return
        self.recorder.interp.observe()
        source = frame.module.source
        span: Span = self.recorder.tracer.span(source.path, source.text, test)
        trace = self.recorder.tracer.trace(frame)
        if trace and trace[-1].span.path == span.path:
            kept = sum(passed for _, passed in items)
            condition = ast.unparse(test)
            certainty = self._certainty_of_all(self.state.default_graph())
            prefix = beginning(frame, test)
            asked = not kept and self._asked(span, frame, is_condition=True)
            self.recorder.filters.append(
                NameFilter(condition, span, trace, certainty, tuple(names), kept, prefix, asked)
            )
            if kept and certainty is Certainty.DEFINITE:
                self._note_list(frame, test, names, (*trace[:-1], replace(trace[-1], span=span)))

    def _note_list(self, frame: Frame, test: ast.expr, names: Sequence[str], trace: Trace) -> None:
        """Record the names in the list of a condition that must be slips."""
        existing = _names(self.state.default_graph().variables)
        if not any(map(is_symbolic, existing)):
            for text, meant in misspelt(frame, test, names, existing, self.converter):
                message = f"No variable is called {text}, which is in this list of names."
                found = NameLookup(text, message, trace, Certainty.DEFINITE, (meant,))
                self.recorder.lookups.append(found)


@dataclass(frozen=True, slots=True)
class _Refusal:
    """The answer of ``as_graph_element`` to a name that does not exist or is of another kind."""

    message: str
    candidates: list[str]
    """Names that may have been meant."""
    op: str
    missing: bool = False
    """Whether the name is well-formed but nothing has it."""
    exception: str = "ValueError"

    def by_session(self, name: str, role: str) -> _Refusal:
        """The same as ``BaseSession.run`` (client/session.py) says it of a fetch or a feed."""
        if role == "fetch":
            # Of a KeyError, ``str`` gives the message in quotes.
            why = repr(self.message) if self.missing else self.message
            message = f"Fetch argument {name!r} cannot be interpreted as a Tensor. ({why})"
            return replace(self, message=message, exception="ValueError")
        if role == "feed":
            message = f"Cannot interpret feed_dict key as Tensor: {self.message}"
            return replace(self, message=message, exception="TypeError")
        return self


def _refusal(name: str, tensors: bool, operations: bool, graph: Graph) -> _Refusal | None:
    """Return TensorFlow's answer to a name; None if the name exists."""
    nodes = graph.nodes
    op, colon, output = name.partition(":")
    known_op = [op] if op in nodes else []
    tensor = [f"{known}:0" for known in known_op]
    if colon and not tensors:
        why = f"Name {name!r} appears to refer to a Tensor, not a Operation."
        return _Refusal(why, known_op, op)
    if colon and not (output.isascii() and output.isdecimal()):
        looks = f"The name {name!r} looks a like a Tensor name, but is not a valid one. "
        return _Refusal(looks + _FORM, tensor, op)
    if not colon and not operations:
        what = "refers to an Operation" if name in nodes else "looks like an (invalid) "
        what = what if name in nodes else f"{what}Operation name"
        why = f"The name {name!r} {what}, not a Tensor. {_FORM}"
        return _Refusal(why, tensor, op)
    if op in nodes or _NOT_MADE.match(op):
        return None
    known = [f"{node}:0" if colon else node for node in nodes if not is_symbolic(node)]
    why = f"The name {name!r} refers to an Operation not in the graph."
    if colon:
        why = f"The name {name!r} refers to a Tensor which does not exist. "
        why += f"The operation, {op!r}, does not exist in the graph."
    return _Refusal(why, known, op, missing=True, exception="KeyError")


def _plain(name: str) -> str:
    """Return the first part of a path without the number that made it unique."""
    return _COUNT.sub("", name.partition("/")[0])


def _variable_of(value: Value) -> Variable | None:
    """The variable that a stub's object stands for, also beside its gradient or its name."""
    if isinstance(value, tuple):
        found = [one for one in map(_variable_of, value) if one is not None]
        return found[0] if len(found) == 1 else None
    handle = value.names.get("_handle") if isinstance(value, Instance) else None
    payload = handle.payload if isinstance(handle, Opaque) else None
    return payload if isinstance(payload, Variable) else None


def _size(size: object) -> int | None:
    return size if isinstance(size, int) else None


def _names(items: Iterable[object]) -> list[str]:
    return [item.op_name for item in items if isinstance(item, Variable)]


def _slashes(name: str) -> Iterable[int]:
    return (index for index, letter in enumerate(name) if letter == "/")
