"""Fixes of arguments: shapes and dtypes of shared variables, slips in scopes, misspelt keywords."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import replace
from difflib import get_close_matches

from scope_lsp.fixes.cause import Cause, Step
from scope_lsp.fixes.naming import renamings, scope_name
from scope_lsp.fixes.texts import arguments, is_call_of, keyword_of
from scope_lsp.rules.rule import Edit, Fix

_SHAPES = re.compile(r"specified shape (\([^)]*\)) and found shape (\([^)]*\))")
_DTYPES = re.compile(r"specified dtype (\w+) and found dtype (\w+)")
_KEYWORD = re.compile(r"unexpected keyword argument '(\w+)'")
_KEYWORDS = re.findall(
    r"\w+",
    "activation activation_fn activity_regularizer axis bias_initializer bias_regularizer "
    "biases_initializer caching_device center collections constraint custom_getter data_format "
    "decay default_name dilation_rate dtype epsilon filters initializer inputs is_training "
    "kernel_initializer kernel_regularizer kernel_size keep_prob momentum name name_or_scope "
    "normalizer_fn normalizer_params num_outputs outputs_collections padding partitioner pool_size "
    "rate regularizer reuse scale scope shape stride strides trainable training units use_bias "
    "use_resource validate_shape values variables_collections weights_initializer "
    "weights_regularizer",
)
"""Keywords of functions that create variables, as candidates for a misspelt one."""
_ALIKE = 0.7


def variable_shape(cause: Cause) -> Iterator[Fix]:
    """Use the shape of the variable, or another name for the second one."""
    error = cause.error
    found = _SHAPES.search(error.message) if error is not None else None
    if found is not None:
        asked, there = _sizes(found[1]), _sizes(found[2])
        for step in reversed(cause.steps):
            if step is not None:
                yield from _resized(step, asked, there, "the shape of the variable")
        if error is not None:
            for step in reversed(cause.steps_of(error.created_at)):
                if step is not None:
                    yield from (
                        replace(fix, preferred=False)
                        for fix in _resized(step, there, asked, "this shape where it is created")
                    )
    yield from _own_name(cause)


def _own_name(cause: Cause) -> Iterator[Fix]:
    for step in reversed(cause.steps):
        if step is not None:
            yield from renamings(cause, step)


def _sizes(text: str) -> list[int | None]:
    pieces = [piece.strip() for piece in text.strip("()").split(",")]
    return [int(piece) if piece.isdigit() else None for piece in pieces if piece]


def _resized(step: Step, old: list[int | None], new: list[int | None], what: str) -> Iterator[Fix]:
    """Change a number among the arguments of a call that is one of the differing sizes."""
    listed = _shape_of(step.call)
    if listed is not None and None not in new:
        opened, closed = "[]" if isinstance(listed, ast.List) else "()"
        comma = "," if len(new) == 1 and opened == "(" else ""
        text = f"{opened}{', '.join(map(str, new))}{comma}{closed}"
        edit = step.file.replaced(listed, text)
        yield Fix(f"Write {what}: {text}", (edit,), preferred=True)
    if len(old) != len(new):
        return
    for mine, theirs in dict.fromkeys(zip(old, new, strict=True)):
        if mine is None or theirs is None or mine == theirs:
            continue
        for number in _numbers(step.call, mine):
            edit = step.file.replaced(number, str(theirs))
            yield Fix(f"Write {what}: {theirs} instead of {mine}", (edit,), preferred=True)


def _shape_of(call: ast.Call) -> ast.List | ast.Tuple | None:
    """The shape argument of a ``get_variable`` call, if it is a list of numbers."""
    if not is_call_of(call, "get_variable"):
        return None
    shape = keyword_of(call, "shape")
    given = [shape.value] if shape is not None else call.args[1:2]
    for value in given:
        if isinstance(value, (ast.List, ast.Tuple)) and all(
            isinstance(one, ast.Constant) for one in value.elts
        ):
            return value
    return None


def _numbers(call: ast.Call, value: int) -> Iterator[ast.Constant]:
    """A number among the arguments of a call, alone or in a list."""
    for argument in arguments(call):
        listed = argument.elts if isinstance(argument, (ast.List, ast.Tuple)) else [argument]
        for one in listed:
            if isinstance(one, ast.Constant) and type(one.value) is int and one.value == value:
                yield one


def variable_dtype(cause: Cause) -> Iterator[Fix]:
    """Use the dtype of the variable, or another name for the second one."""
    error = cause.error
    found = _DTYPES.search(error.message) if error is not None else None
    if found is not None:
        asked, there = found[1].removesuffix("_ref"), found[2].removesuffix("_ref")
        for step in reversed(cause.steps):
            if step is not None:
                yield from _retyped(step, asked, there)
    yield from _own_name(cause)


def _retyped(step: Step, old: str, new: str) -> Iterator[Fix]:
    title = f"Write the dtype of the variable: {new}"
    for value in arguments(step.call):
        if isinstance(value, ast.Attribute) and value.attr == old:
            owner = step.file.text(value.value)
            yield Fix(title, (step.file.replaced(value, f"{owner}.{new}"),), preferred=True)
            return
        if isinstance(value, ast.Constant) and value.value == old:
            edit = step.file.string(value, new)
            if edit is not None:
                yield Fix(title, (edit,), preferred=True)
                return
    tensorflow = step.file.tensorflow()
    if tensorflow is not None and keyword_of(step.call, "dtype") is None:
        added = step.file.added(step.call, f"dtype={tensorflow}.{new}")
        if added is not None:
            yield Fix(title, (added,), preferred=True)


def scope_error(cause: Cause) -> Iterator[Fix]:
    """Fix slips in the arguments of scopes and variables, recognized by TensorFlow's messages."""
    error = cause.error
    if error is None:
        return
    yield from scope_name(cause)
    for step in reversed(cause.steps):
        if step is None:
            continue
        misspelt = _KEYWORD.search(error.message)
        if misspelt is not None:
            yield from _keyword(step, misspelt[1])
        if "reuse=True cannot be used without a name_or_scope" in error.message:
            yield from _named_scope(step)
        if "do not specify shape" in error.message:
            yield from _without_shape(step)


def _keyword(step: Step, name: str) -> Iterator[Fix]:
    """Use the keyword that was probably meant."""
    there = keyword_of(step.call, name)
    if there is None:
        return
    line, column = step.file.source.start(there.value)
    before = step.file.source.lines[line - 1][: column - 1]
    spelled = re.search(rf"\b{name}\s*=\s*\Z", before)
    if spelled is None:
        return
    for meant in get_close_matches(name, _KEYWORDS, n=3, cutoff=_ALIKE):
        if keyword_of(step.call, meant) is None:
            start = spelled.start() + 1
            place = step.file.replaced(there.value, "").span
            span = type(place)(place.path, line, start, line, start + len(name))
            yield Fix(f"Did you mean {meant}?", (Edit(span, meant),), preferred=True)


def _named_scope(step: Step) -> Iterator[Fix]:
    """Give a name to a scope with reuse=True, or remove the reuse."""
    if not is_call_of(step.call, "variable_scope"):
        return
    default = keyword_of(step.call, "default_name")
    first = step.call.args[0] if step.call.args else None
    if default is not None and isinstance(first, ast.Constant) and first.value is None:
        removed = step.file.removed(step.call, default.value)
        if removed is not None:
            name = step.file.text(default.value)
            edit = step.file.replaced(first, name)
            yield Fix(f"Name the scope: {name}", (edit, removed), preferred=True)
    reuse = keyword_of(step.call, "reuse")
    if reuse is not None:
        removed = step.file.removed(step.call, reuse.value)
        if removed is not None:
            yield Fix("Create the variables here: without reuse=True", (removed,))


def _without_shape(step: Step) -> Iterator[Fix]:
    """Remove the shape if the initializer has one."""
    shape = keyword_of(step.call, "shape")
    value = shape.value if shape is not None else None
    if value is None and len(step.call.args) == 2:
        value = step.call.args[1]
    removed = step.file.removed(step.call, value) if value is not None else None
    if removed is not None:
        yield Fix("Let the initializer determine the shape", (removed,), preferred=True)
