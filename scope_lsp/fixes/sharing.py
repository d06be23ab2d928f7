"""Fixes for sharing that fails: share the existing variables, or create a second set.

Only the author knows which of the two was meant, so both are offered.  The caller's analysis of the
edited text removes those that do not help.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from scope_lsp.fixes.cause import Cause, Step
from scope_lsp.fixes.naming import renamings
from scope_lsp.fixes.texts import is_call_of, keyword_of
from scope_lsp.rules.rule import Edit, Fix

_REUSE = re.compile(r"\w*reuse\w*|share[d]?|sharing")
"""Parameters by which functions are told to share variables."""
_NAMES = ("name", "scope", "scope_name", "name_or_scope", "var_scope", "variable_scope")
"""Parameters that name what a function creates."""
_SAME_SCOPE = "tf.get_variable_scope(), reuse={}"
"""What opens the current scope again."""


def variable_exists(cause: Cause) -> Iterator[Fix]:
    """A variable is created a second time: pass reuse on, share, or use two names."""
    parting = cause.parting
    if parting is None:
        yield from _in_a_loop(cause)
        return
    step = cause.steps[parting] if parting < len(cause.steps) else None
    if step is None:
        return
    inner = [one for one in cause.steps[parting + 1 :] if one is not None]
    yield from _handed_on(step, inner)
    yield from _opened_for_reuse(cause, step, parting)
    if not inner:
        yield from _told_to_share(step)
    named = list(renamings(cause, step))
    yield from named
    title = "Share the variables: open the scope around it for reuse"
    yield from _inside(cause, step, title, _SAME_SCOPE.format("True"))
    if inner or not named:
        yield from _second_set(cause, step)
    if inner or _same_place(cause):
        yield from _auto_reuse([step, *inner])


def _same_place(cause: Cause) -> bool:
    error = cause.error
    return error is not None and error.trace[-1].span == error.created_at[-1].span


def _handed_on(step: Step, inner: list[Step]) -> Iterator[Fix]:
    """Pass ``reuse=True`` to a function that has the parameter, and ``reuse=reuse`` inside it."""
    if not inner or inner[0].function is None:
        return
    parameter = _parameter(inner[0].function, _REUSE)
    if parameter is None:
        return
    ask = _given(step, parameter, "True")
    hand: list[Edit] = []
    for index, one in enumerate(inner):
        function = one.function
        name = _parameter(function, _REUSE) if function is not None else None
        if name is None:
            continue
        scopes = list(one.scopes())
        outermost = scopes[-1] if scopes else None
        if outermost is not None and keyword_of(outermost, "reuse") is None:
            edit = one.file.added(outermost, f"reuse={name}")
            hand += [edit] if edit else []
            break
        called = inner[index + 1].function if index + 1 < len(inner) else None
        theirs = _parameter(called, _REUSE) if called is not None else None
        if theirs is not None and not _has(one.call, called, theirs):
            edit = one.file.added(one.call, f"{theirs}={name}")
            hand += [edit] if edit else []
        elif called is None and outermost is None and keyword_of(one.call, "reuse") is None:
            edit = one.file.added(one.call, f"reuse={name}")
            hand += [edit] if edit else []
    hand = list(dict.fromkeys(hand))
    if ask is not None:
        title = f"Share the variables: call it with {parameter}=True"
        yield Fix(title, (ask,), preferred=True)
        later = [_given(one, parameter, "True") for one in _later_calls(step)]
        more = [edit for edit in later if edit is not None]
        if more:
            yield Fix(f"{title}, here and below", (ask, *more), preferred=True)
    if hand:
        inside = inner[0].function.name
        title = f"Pass {parameter} on to the scope in {inside}"
        yield Fix(title, tuple(hand), preferred=True)
        if ask is not None:
            yield Fix(f"{title}, and call it with {parameter}=True", (ask, *hand), preferred=True)


def _later_calls(step: Step) -> Iterator[Step]:
    """The calls of the same function further down in the same body."""
    function, spelled = step.function, ast.dump(step.call.func)
    for node in ast.walk(function or step.file.tree):
        if (
            isinstance(node, ast.Call)
            and ast.dump(node.func) == spelled
            and (node.lineno, node.col_offset) > (step.call.lineno, step.call.col_offset)
            and step.file.function(node) is function
        ):
            yield Step(step.file, node)


def _given(step: Step, parameter: str, value: str) -> Edit | None:
    """Give a call an argument that it lacks, or change its value."""
    there = keyword_of(step.call, parameter)
    if there is not None:
        constant = there.value
        if isinstance(constant, ast.Constant) and constant.value in (None, False):
            return step.file.replaced(constant, value)
        return None
    return step.file.added(step.call, f"{parameter}={value}")


def _has(call: ast.Call, function: ast.FunctionDef | None, parameter: str) -> bool:
    """Whether a call passes a parameter, by name or by position."""
    if keyword_of(call, parameter) is not None or function is None:
        return True
    names = [one.arg for one in (*function.args.posonlyargs, *function.args.args)]
    return parameter in names and names.index(parameter) < len(call.args)


def _parameter(function: ast.FunctionDef, wanted: re.Pattern[str]) -> str | None:
    arguments = function.args
    for one in (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs):
        if wanted.fullmatch(one.arg):
            return one.arg
    return None


def _opened_for_reuse(cause: Cause, step: Step, parting: int) -> Iterator[Fix]:
    """``reuse=True`` for the scope of the second call, if the first one was in another."""
    error = cause.error
    assert error is not None
    first = cause.steps_of(error.created_at)[parting : parting + 1]
    others = {scope for one in first if one is not None for scope in one.scopes()}
    for scope in step.scopes():
        if scope not in others and keyword_of(scope, "reuse") is None:
            edit = step.file.added(scope, "reuse=True")
            if edit is not None:
                what = step.file.text(scope.args[0]) if scope.args else "the scope"
                yield Fix(f"Share the variables: open {what} with reuse=True", (edit,))
            return


def _told_to_share(step: Step) -> Iterator[Fix]:
    """``reuse=True`` for a layer that accepts it."""
    if keyword_of(step.call, "reuse") is None and step.call.args and not _is_getter(step.call):
        edit = step.file.added(step.call, "reuse=True")
        if edit is not None:
            yield Fix("Share the variables: add reuse=True", (edit,))


def _is_getter(call: ast.Call) -> bool:
    return is_call_of(call, "get_variable", "Variable")


def _inside(cause: Cause, step: Step, title: str, arguments: str) -> Iterator[Fix]:
    """Put the statement into a variable scope; TensorFlow is called ``tf`` in ``arguments``."""
    statement = step.file.statement(step.call)
    found = step.file.with_tensorflow([one.file for one in cause.steps if one is not None])
    if found is None or statement is None or isinstance(statement, ast.With):
        return
    tensorflow, imported = found
    arguments = re.sub(r"\btf\.", f"{tensorflow}.", arguments)
    edits = step.file.wrapped(statement, f"with {tensorflow}.variable_scope({arguments}):")
    if edits:
        yield Fix(title, (*imported, *edits))


def _second_set(cause: Cause, step: Step) -> Iterator[Fix]:
    """Give the second call its own scope or name."""
    function = step.call.func
    name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
    if _is_getter(step.call):
        return
    fresh = _fresh(name or "second", cause)
    for parameter in _NAMES:
        called = _called(cause, step)
        if (
            called is not None
            and _takes(called, parameter)
            and not _has(step.call, called, parameter)
        ):
            edit = step.file.added(step.call, f'{parameter}="{fresh}"')
            if edit is not None:
                yield Fix(f'Create a second set of variables: {parameter}="{fresh}"', (edit,))
    title = f'Create a second set of variables: put it in the scope "{fresh}"'
    yield from _inside(cause, step, title, f'"{fresh}"')


def _called(cause: Cause, step: Step) -> ast.FunctionDef | None:
    index = cause.steps.index(step)
    after = cause.steps[index + 1] if index + 1 < len(cause.steps) else None
    return after.function if after is not None else None


def _takes(function: ast.FunctionDef, parameter: str) -> bool:
    names = (*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs)
    return any(one.arg == parameter for one in names)


def _fresh(name: str, cause: Cause) -> str:
    """A name for a second scope: the function's, with a free number."""
    taken = {part for scope in cause.scopes for part in scope.split("/")}
    number = 2
    while f"{name}_{number}" in taken:
        number += 1
    return f"{name}_{number}"


def _auto_reuse(steps: list[Step]) -> Iterator[Fix]:
    """``AUTO_REUSE`` for the outermost scope around both calls."""
    for step in steps:
        tensorflow = step.file.tensorflow()
        scopes = [one for one in step.scopes() if keyword_of(one, "reuse") is None]
        if tensorflow is not None and scopes:
            edit = step.file.added(scopes[-1], f"reuse={tensorflow}.AUTO_REUSE")
            if edit is not None:
                title = "Let every call share the variables: reuse=tf.AUTO_REUSE"
                yield Fix(title.replace("tf.", f"{tensorflow}."), (edit,))
            return


def _in_a_loop(cause: Cause) -> Iterator[Fix]:
    """One call that runs again: number what it creates, or share it."""
    for step in reversed(cause.steps):
        if step is None:
            continue
        counter = _counter(step)
        if counter is not None:
            yield from _numbered(step, counter)
    found = [one for one in cause.steps if one is not None]
    yield from _auto_reuse(found[::-1])
    if found:
        title = "Let every round share the variables: reuse=tf.AUTO_REUSE"
        looped = [step for step in found[::-1] if _is_in_a_loop(step)]
        for step in looped[:1]:
            yield from _inside(cause, step, title, _SAME_SCOPE.format("tf.AUTO_REUSE"))


def _is_in_a_loop(step: Step) -> bool:
    for parent in step.file.around(step.call):
        if isinstance(parent, (ast.For, ast.While)):
            return True
        if isinstance(parent, (ast.FunctionDef, ast.Lambda)):
            return False
    return False


def _counter(step: Step) -> str | None:
    """The variable of the innermost loop around a call, if it is a single name."""
    for parent in step.file.around(step.call):
        if isinstance(parent, (ast.FunctionDef, ast.Lambda)):
            return None
        loops = [parent] if isinstance(parent, ast.For) else getattr(parent, "generators", [])
        for loop in loops:
            if isinstance(loop.target, ast.Name):
                return str(loop.target.id)
            elements = getattr(loop.target, "elts", [])
            if (
                elements
                and isinstance(elements[0], ast.Name)
                and is_call_of(loop.iter, "enumerate")
            ):
                return str(elements[0].id)
    return None


def _numbered(step: Step, counter: str) -> Iterator[Fix]:
    """Put the loop's variable into the name in a call, or in the scope around it."""
    for call in (step.call, *step.scopes()):
        arguments = [*call.args[:1], *(k.value for k in call.keywords if k.arg in _NAMES)]
        for value in arguments:
            if isinstance(value, ast.Constant) and isinstance(value.value, str) and value.value:
                text = step.file.text(value)
                quote = text[-1]
                if text == f"{quote}{value.value}{quote}" and "%" not in value.value:
                    new = f"{quote}{value.value}_%s{quote} % {counter}"
                    edit = step.file.replaced(value, new)
                    title = f"Create a set of variables for each {counter}: {new}"
                    yield Fix(title, (edit,), preferred=True)


def variable_missing(cause: Cause) -> Iterator[Fix]:
    """A shared variable does not exist: it has another name, or was not created yet."""
    for step in reversed(cause.steps):
        if step is not None:
            yield from renamings(cause, step)
    error = cause.error
    for related in error.related if error is not None else ():
        found = cause.texts.call(related.span)
        if found is not None:
            yield from _without_reuse(Step(*found))
    for step in reversed(cause.steps):
        if step is not None:
            for call in (step.call, *step.scopes()):
                yield from _without_reuse(Step(step.file, call))


def _without_reuse(step: Step) -> Iterator[Fix]:
    """Create it here, or let the first call create it."""
    for keyword in step.call.keywords:
        if keyword.arg is None or not _REUSE.fullmatch(keyword.arg):
            continue
        if not isinstance(keyword.value, ast.Constant) or keyword.value.value is not True:
            continue
        removed = step.file.removed(step.call, keyword.value)
        if removed is not None:
            yield Fix(f"Create the variables here: without {keyword.arg}=True", (removed,))
        tensorflow = step.file.tensorflow()
        if tensorflow is not None:
            edit = step.file.replaced(keyword.value, f"{tensorflow}.AUTO_REUSE")
            title = f"Let the first call create them: {keyword.arg}={tensorflow}.AUTO_REUSE"
            yield Fix(title, (edit,))


def optimizer_under_reuse(cause: Cause) -> Iterator[Fix]:
    """Let an optimizer create its own variables, whatever the outer scope says."""
    for step in reversed(cause.steps):
        if step is not None:
            title = "Let the optimizer create its variables here"
            yield from _inside(cause, step, title, _SAME_SCOPE.format("tf.AUTO_REUSE"))
