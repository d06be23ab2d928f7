"""Fixes that write another name: a free one, the one probably meant, or the current one.

The string that contributes a name is found by its text, in the calls that lead to the fault and in
the scopes around them.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import takewhile

from scope_lsp.analysis.result import CollectionLookup, Span
from scope_lsp.fixes.cause import Cause, Step
from scope_lsp.fixes.texts import File, arguments, is_call_of, keyword_of, strings_in
from scope_lsp.rules.rule import Edit, Fix

_ALIKE = 0.6
"""How similar two names must be for one to be suggested instead of the other."""
_MOST = 3
"""Only so many similar names are offered, the likeliest first."""
_NUMBER = re.compile(r"\d+\Z")
_MISSING = re.compile(r"Variable (\S+) does not exist")
_SELECTORS = (
    "global_variables",
    "local_variables",
    "model_variables",
    "moving_average_variables",
    "trainable_variables",
)
_TIGHT = (ast.Name, ast.Attribute, ast.Call, ast.Subscript, ast.JoinedStr)
"""Expressions that need no parentheses before ``+``."""
_INVALID = re.compile(r"'(.+)' is not a valid scope name")


def renamings(cause: Cause, step: Step) -> Iterator[Fix]:
    """Other names for what a call creates or asks for, depending on what is wrong with it."""
    error = cause.error
    if error is None:
        return
    missing = _MISSING.search(error.message)
    if missing is not None:
        yield from _meant(cause, step, missing[1])
    elif error.variable is not None:
        yield from _free(cause, step, error.variable.rpartition(":")[0] or error.variable)


def _free(cause: Cause, step: Step, name: str) -> Iterator[Fix]:
    """Replace a string that is part of a taken name, so that the name is free."""
    parts = name.split("/")
    for string in _strings(step):
        own = str(string.value).split("/")
        at = _position(parts, own)
        if at is None:
            continue
        last = own[-1]
        before = "/".join(parts[: at + len(own) - 1])
        new = _next(last, before, cause)
        value = "/".join([*own[:-1], new])
        edit = step.file.string(string, value)
        if edit is not None:
            yield Fix(f'Give it its own name: "{value}"', (edit,))


def _strings(step: Step) -> Iterator[ast.Constant]:
    """The strings that may contribute to the name: the call's own, then those of scopes."""
    for call in (step.call, *step.scopes()):
        for value in arguments(call):
            if isinstance(value, ast.Constant) and isinstance(value.value, str) and value.value:
                yield value


def _position(parts: list[str], own: list[str]) -> int | None:
    """The last position at which the parts of a string are in a name."""
    for at in range(len(parts) - len(own), -1, -1):
        if parts[at : at + len(own)] == own:
            return at
    return None


def _next(last: str, before: str, cause: Cause) -> str:
    """The name with the next number that is free in a scope."""
    prefix = f"{before}/" if before else ""
    taken = {*cause.names, *cause.scopes}
    found = _NUMBER.search(last)
    stem, number = (last[: found.start()], int(found[0])) if found else (f"{last}_", 1)
    while True:
        number = number + 1 if found or number > 1 else 2
        name = f"{stem}{number}"
        if f"{prefix}{name}" not in taken:
            return name


def _meant(cause: Cause, step: Step, name: str) -> Iterator[Fix]:
    """Replace a name by that of an existing variable which is similar."""
    parts = name.split("/")
    for other in _close(name, cause.names):
        theirs = other.split("/")
        if len(theirs) != len(parts):
            continue
        unlike = [index for index, part in enumerate(parts) if part != theirs[index]]
        if len(unlike) != 1:
            continue
        (index,) = unlike
        for string in _strings(step):
            own = str(string.value).split("/")
            for at, part in enumerate(own):
                if part == parts[index]:
                    value = "/".join([*own[:at], theirs[index], *own[at + 1 :]])
                    edit = step.file.string(string, value)
                    if edit is not None:
                        yield Fix(f'Did you mean "{value}"?', (edit,), preferred=True)


def _close(name: str, known: Iterable[str]) -> list[str]:
    """Names like one, the likeliest first."""
    rated = [(SequenceMatcher(None, name, other).ratio(), other) for other in known]
    rated = [one for one in rated if one[0] >= _ALIKE and one[1] != name]
    likely = [other for _, other in sorted(rated, key=lambda one: -one[0])[:_MOST]]
    return _likeliest(name, likely)


def _likeliest(name: str, others: Sequence[str]) -> list[str]:
    """Only the names that are one slip away, if there are any."""
    return [one for one in others if _is_a_slip(name, one)] or list(others)


def _is_a_slip(name: str, other: str) -> bool:
    """Whether one key makes the difference: a letter too many, too few, wrong, or in capitals.

    Or two letters that changed places.
    """
    if name.lower() == other.lower():
        return True
    for _ in range(2):  # the same beginning is cut off, then the same end
        pairs = zip(name, other, strict=False)
        count = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
        name, other = name[count:][::-1], other[count:][::-1]
    return max(len(name), len(other)) == 1 or (len(name) == 2 and name == other[::-1])


def scope_name(cause: Cause) -> Iterator[Fix]:
    """A scope's name without characters that are not allowed."""
    error = cause.error
    found = _INVALID.search(error.message) if error is not None else None
    if found is None:
        return
    new = re.sub(r"[^\w.\-/]+", "_", found[1], flags=re.ASCII).strip("_") or "scope"
    for step in reversed(cause.steps):
        if step is None:
            continue
        for file, string in _written(step.file, step.call, found[1]):
            edit = file.string(string, new)
            if edit is not None:
                yield Fix(f'Write "{new}"', (edit,), preferred=True)
                return


def unknown_name(cause: Cause) -> Iterator[Fix]:
    """Use what the message suggests, instead of a name that does not exist."""
    for lookup in cause.analysis.lookups:
        if lookup.trace != cause.finding.trace or lookup.message not in cause.finding.message:
            continue
        likely = _likeliest(lookup.name, lookup.candidates)
        for candidate in likely:
            suffixed = candidate == f"{lookup.name}:0"
            only = len(likely) == 1
            yield from _instead(
                cause,
                lookup.name,
                candidate,
                f'Write "{candidate}"' if suffixed else f'Did you mean "{candidate}"?',
                preferred=only,
                safe=suffixed and only and lookup.raises,
            )


def collection_prefix(cause: Cause) -> Iterator[Fix]:
    """Add a slash to the end of a scope that matches other scopes.

    Only the call itself is edited: a string elsewhere may name the scope as well.
    """
    found = cause.texts.call(cause.finding.span)
    if found is None:
        return
    file, call = found
    chosen = {one.scope: one.found for one in _lookups(cause)}
    value = _scope_argument(call)
    for one in cause.analysis.filters:
        if one.span == cause.finding.span and one.prefix is not None:
            chosen[one.prefix] = tuple(name for name in one.names if name.startswith(one.prefix))
            value = call.args[0]
    if not chosen:
        return
    scope = next(iter(chosen))
    title = "Match only the scope itself: "
    strings = [string for _, string in _written(file, call, scope)]
    for string in strings[:1]:
        edit = file.string(string, f"{scope}/")
        if edit is not None:
            yield Fix(f'{title}"{scope}/"', (edit,), preferred=True)
    if strings or value is None or isinstance(value, ast.Starred) or _are_copies(chosen):
        return
    text = file.text(value)
    quote = "'" if "'" in file.text(call) else '"'
    whole = text if isinstance(value, _TIGHT) else f"({text})"
    new = f"{whole} + {quote}/{quote}"
    yield Fix(f"{title}{new}", (file.replaced(value, new),))


def _lookups(cause: Cause) -> list[CollectionLookup]:
    return [one for one in cause.analysis.collections if one.trace == cause.finding.trace]


def _are_copies(chosen: Mapping[str, Iterable[str]]) -> bool:
    """Whether only numbered copies of a scope match too: each object then asks for its own copy.

    With the slash, all of them would get the variables of the first.
    """
    return all(
        re.match(rf"{re.escape(scope)}(_\d+)?(/|\Z)", name)
        for scope, names in chosen.items()
        for name in names
    )


def _scope_argument(call: ast.Call) -> ast.expr | None:
    """What a call passes as ``scope`` to a function of TensorFlow that takes only strings there.

    ``get_collection(key, scope)`` and ``*_variables(scope)`` in ``python/framework/ops.py`` and
    ``python/ops/variables.py``.
    """
    is_of_key = is_call_of(call, "get_collection")
    if not is_of_key and not is_call_of(call, *_SELECTORS):
        return None
    keyword = keyword_of(call, "scope")
    return keyword.value if keyword is not None else next(iter(call.args[is_of_key:]), None)


def empty_filter(cause: Cause) -> Iterator[Fix]:
    """Use an existing scope or name instead of one that a filter looks for in vain."""
    for lookup in cause.analysis.collections:
        if lookup.trace == cause.finding.trace:
            for meant in _meant_by(lookup.scope, lookup.others):
                title = f'Did you mean "{meant}"?'
                yield from _instead(cause, lookup.scope, meant, title, preferred=True)
    for one in cause.analysis.filters:
        if one.span != cause.finding.span:
            continue
        file = cause.texts.file(one.span.path)
        node = file.at(one.span) if file is not None else None
        if file is None or node is None:
            continue
        for string in strings_in(node):
            for meant in _meant_by(str(string.value), one.names):
                edit = file.string(string, meant)
                if edit is not None:
                    yield Fix(f'Did you mean "{meant}"?', (edit,), preferred=True)


def _meant_by(text: str, names: Iterable[str]) -> list[str]:
    """What a filter's string may have been meant to be, among the existing names."""
    known: dict[str, None] = {}
    for name in names:
        parts = name.split("/")
        for count in range(1, len(parts) + 1):
            known["/".join(parts[:count])] = None
        for part in parts:
            known[part] = None
    bare = text.strip("/")
    suffix = re.search(r":\d+\Z", bare)
    if suffix:
        bare = bare[: suffix.start()]
    lead = "/" if text.startswith("/") else ""
    tail = "/" if text.endswith("/") else ""
    end = suffix[0] if suffix else ""
    return [f"{lead}{one}{tail}{end}" for one in _close(bare, known)]


def _instead(
    cause: Cause, old: str, new: str, title: str, *, preferred: bool = False, safe: bool = False
) -> Iterator[Fix]:
    """Replace a string in the calls that lead to a place, or elsewhere if it is unique."""
    for step in reversed(cause.steps):
        if step is None:
            continue
        for file, string in _written(step.file, step.call, old):
            edit = file.string(string, new)
            if edit is not None:
                yield Fix(title, (edit,), is_safe=safe, preferred=preferred)
                return
    whole = cause.texts.file(cause.finding.span.path)
    found = [one for one in strings_in(whole.tree) if one.value == old] if whole else []
    if whole is not None and len(found) == 1:
        edit = whole.string(found[0], new)
        if edit is not None:
            yield Fix(title, (edit,), preferred=preferred)


def _written(file: File, call: ast.Call, text: str) -> Iterator[tuple[File, ast.Constant]]:
    """Where a string is written among the arguments of a call."""
    for value in arguments(call):
        for string in strings_in(value):
            if string.value == text:
                yield file, string


def name_scope_ignored(cause: Cause) -> Iterator[Fix]:
    """Use ``variable_scope`` instead of ``name_scope``, so that the variables get the name too."""
    found = cause.texts.call(cause.finding.span)
    if found is None:
        return
    file, call = found
    function = call.func
    if not isinstance(function, ast.Attribute) or function.attr != "name_scope":
        return
    line, column = file.source.end(function)
    span = Span(file.path, line, column - len("name_scope"), line, column)
    edits = [Edit(span, "variable_scope")]
    for keyword in call.keywords:
        if keyword.arg == "name":
            start = file.source.start(keyword.value)
            spelled = re.compile(r"name\s*=\s*\Z").search(
                file.source.lines[start[0] - 1][: start[1] - 1]
            )
            if spelled is None:
                return
            place = Span(file.path, start[0], spelled.start() + 1, start[0], spelled.start() + 5)
            edits.append(Edit(place, "name_or_scope"))
    yield Fix("Use variable_scope, so that the variables get the name too", tuple(edits))


def variable_renamed(cause: Cause) -> Iterator[Fix]:
    """Write a new name, or the name that the variable has got."""
    found = cause.texts.call(cause.finding.span)
    events = [
        event
        for event in cause.analysis.variables
        if event.span == cause.finding.span and not event.slot
    ]
    if found is None or len({event.name for event in events}) != 1:
        return
    file, call = found
    asked = events[0].asked or ""
    got = events[0].name.rpartition(":")[0]
    for string in _strings(Step(file, call)):
        if string.value == asked.rpartition("/")[2]:
            leaf = got.rpartition("/")[2]
            edit = file.string(string, leaf)
            if edit is not None:
                yield Fix(f'Write its current name: "{leaf}"', (edit,))


def not_shared(cause: Cause) -> Iterator[Fix]:
    """Write the name of the first layer, so that the next one shares its variables."""
    found = cause.texts.call(cause.finding.span)
    events = [event for event in cause.analysis.variables if event.span == cause.finding.span]
    if found is None or not events or events[0].unnamed is None:
        return
    file, call = found
    own = [part.text for part in events[0].parts if part.span == events[0].span]
    if not own or "{" in own[0]:
        return
    quote = '"' if '"' in file.text(call) or "'" not in file.text(call) else "'"
    argument = f"{events[0].unnamed}={quote}{own[0]}{quote}"
    edit = file.added(call, argument)
    if edit is not None:
        yield Fix(f"Share it: {argument}", (edit,), preferred=True)
