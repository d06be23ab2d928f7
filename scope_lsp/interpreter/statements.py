"""Statements compiled to closures, except loops, ``with`` and ``try``."""

from __future__ import annotations

import ast
import sys

from scope_lsp.interpreter import importing, operators
from scope_lsp.interpreter.absent import refuses_python
from scope_lsp.interpreter.branches import fork_steps
from scope_lsp.interpreter.code import BREAK, CONTINUE, RETURN, Completion, Step
from scope_lsp.interpreter.compiler import Compiler, statement
from scope_lsp.interpreter.definitions import (
    build_class,
    compile_decorators,
    compile_defaults,
    decorate,
    make_function,
)
from scope_lsp.interpreter.environment import Frame
from scope_lsp.interpreter.failures import survive
from scope_lsp.interpreter.maybe_none import suppose, supposes, tested_names
from scope_lsp.interpreter.narrowing import asked_names, narrowed
from scope_lsp.interpreter.operators import BINARY
from scope_lsp.interpreter.selecting import watched
from scope_lsp.interpreter.targets import compile_target
from scope_lsp.interpreter.values import Dict, Instance, Raised, Unknown, Value, supposed


@statement(ast.Expr)
def _expression(compiler: Compiler, node: ast.Expr) -> Step:
    run = compiler.run(node.value)

    def evaluate(frame: Frame) -> Completion:
        run(frame)
        return None

    return evaluate


@statement(ast.Assign)
def _assign(compiler: Compiler, node: ast.Assign) -> Step:
    run = compiler.run(node.value)
    stores = [compile_target(compiler, target) for target in node.targets]
    if len(stores) == 1:
        store = stores[0]

        def assign(frame: Frame) -> Completion:
            store(frame, run(frame))
            return None

        return assign

    def assign_all(frame: Frame) -> Completion:
        value = run(frame)
        for store in stores:
            store(frame, value)
        return None

    return assign_all


@statement(ast.AnnAssign)
def _annotated(compiler: Compiler, node: ast.AnnAssign) -> Step:
    in_class = compiler.names.kind == "class"
    name = node.target.id if isinstance(node.target, ast.Name) else None
    run = compiler.run(node.value) if node.value is not None else None
    store = compile_target(compiler, node.target)

    def assign(frame: Frame) -> Completion:
        if in_class and name is not None:
            _note_annotation(frame, name, node.annotation)
        if run is not None:
            store(frame, run(frame))
        return None

    return assign


def _note_annotation(frame: Frame, name: str, node: ast.expr) -> None:
    """Keep a class body's annotation as source text (as with ``from __future__``)."""
    annotations = frame.names.get("__annotations__")
    if not isinstance(annotations, Dict):
        annotations = Dict()
        frame.names["__annotations__"] = annotations
    annotations.entries[name] = (name, ast.unparse(node))


@statement(ast.AugAssign)
def _augmented(compiler: Compiler, node: ast.AugAssign) -> Step:
    op = BINARY[type(node.op)]
    value_run = compiler.run(node.value)
    target = node.target
    if isinstance(target, ast.Name):
        load = compiler.load(target.id)
        store = compiler.store(target.id)

        def on_name(frame: Frame) -> Completion:
            current = load(frame)
            value = value_run(frame)
            frame.node = node
            store(frame, operators.in_place(frame.interp, op, current, value))
            return None

        return on_name
    owner_run = compiler.run(target.value)
    if isinstance(target, ast.Attribute):
        name = target.attr

        def on_attribute(frame: Frame) -> Completion:
            interp = frame.interp
            owner = owner_run(frame)
            current = interp.get_attr(owner, name)
            value = value_run(frame)
            frame.node = node
            interp.set_attr(owner, name, operators.in_place(interp, op, current, value))
            return None

        return on_attribute
    index_run = compiler.run(target.slice)

    def on_item(frame: Frame) -> Completion:
        interp = frame.interp
        owner = owner_run(frame)
        key = index_run(frame)
        current = operators.getitem(interp, owner, key)
        value = value_run(frame)
        frame.node = node
        operators.setitem(interp, owner, key, operators.in_place(interp, op, current, value))
        return None

    return on_item


@statement(ast.Delete)
def _delete(compiler: Compiler, node: ast.Delete) -> Step:
    steps: list[Step] = []
    for target in node.targets:
        steps.extend(_delete_target(compiler, target))

    def delete(frame: Frame) -> Completion:
        for step in steps:
            step(frame)
        return None

    return delete


def _delete_target(compiler: Compiler, target: ast.expr) -> list[Step]:
    if isinstance(target, ast.Name):
        return [compiler.delete(target.id)]
    if isinstance(target, (ast.Tuple, ast.List)):
        return [step for item in target.elts for step in _delete_target(compiler, item)]
    if isinstance(target, ast.Attribute):
        owner, name = compiler.run(target.value), target.attr

        def delete_attribute(frame: Frame) -> Completion:
            frame.interp.del_attr(owner(frame), name)
            return None

        return [delete_attribute]
    if isinstance(target, ast.Subscript):
        owner, index = compiler.run(target.value), compiler.run(target.slice)

        def delete_item(frame: Frame) -> Completion:
            operators.delitem(frame.interp, owner(frame), index(frame))
            return None

        return [delete_item]
    return []


@statement(ast.If)
def _if(compiler: Compiler, node: ast.If) -> Step:
    if refuses_python(node):
        return _nothing(compiler, node)
    test = compiler.run(node.test)
    if node.test in compiler.watched:
        test = watched(test, node.test)
    body = compiler.block(node.body)
    orelse = compiler.block(node.orelse)
    tested = tested_names(node.test)
    asked = asked_names(node.test)

    def branch(frame: Frame) -> Completion:
        value = test(frame)
        if tested and (value is True or value is False) and supposes(frame, tested):
            if value:
                return suppose(frame, body, node.orelse)
            return suppose(frame, orelse, node.body)
        if value is True:
            return body(frame)
        if value is False or value is None:
            return orelse(frame)
        frame.node = node.test
        known = frame.interp.truth(value)
        if known is None:
            yes, no = narrowed(frame, test, asked, body, orelse) if asked else (body, orelse)
            yes, no = supposing(value, yes, holds=True), supposing(value, no, holds=False)
            return fork_steps(frame, yes, no)
        return body(frame) if known else orelse(frame)

    return branch


def supposing(value: Value, step: Step, *, holds: bool) -> Step:
    """An arm of a branch, which supposes that its test holds, or that it does not."""
    what = supposed(value, holds=holds)
    if what is None:
        return step

    def run(frame: Frame) -> Completion:
        interp = frame.interp
        before = interp.supposed
        interp.supposed = (*before, what)
        try:
            return step(frame)
        finally:
            interp.supposed = before

    return run


@statement(ast.Return)
def _return(compiler: Compiler, node: ast.Return) -> Step:
    if node.value is None:

        def leave(frame: Frame) -> Completion:
            frame.result = None
            return RETURN

        return leave
    run = compiler.run(node.value)

    def give_back(frame: Frame) -> Completion:
        frame.result = run(frame)
        return RETURN

    return give_back


@statement(ast.Break)
def _break(compiler: Compiler, node: ast.Break) -> Step:
    return lambda frame: BREAK


@statement(ast.Continue)
def _continue(compiler: Compiler, node: ast.Continue) -> Step:
    return lambda frame: CONTINUE


@statement(ast.Pass, ast.Global, ast.Nonlocal)
def _nothing(compiler: Compiler, node: ast.stmt) -> Step:
    return lambda frame: None


@statement(ast.FunctionDef, ast.AsyncFunctionDef)
def _function(compiler: Compiler, node: ast.FunctionDef) -> Step:
    code = compiler.function(node)
    defaults = compile_defaults(compiler, node.args)
    decorators = compile_decorators(compiler, node.decorator_list)
    store = compiler.store(node.name)

    def define(frame: Frame) -> Completion:
        frame.node = node
        function: Value = make_function(frame, code, defaults)
        if decorators:
            function = decorate(frame, function, decorators)
        store(frame, function)
        return None

    return define


@statement(ast.ClassDef)
def _class(compiler: Compiler, node: ast.ClassDef) -> Step:
    code = compiler.class_body(node)
    bases = [compiler.run(base) for base in node.bases]
    keywords = [(k.arg, compiler.run(k.value)) for k in node.keywords if k.arg]
    decorators = compile_decorators(compiler, node.decorator_list)
    store = compiler.store(node.name)

    def define(frame: Frame) -> Completion:
        found = [base(frame) for base in bases]
        named = {name: run(frame) for name, run in keywords}
        cls = build_class(frame, node, code, found, named)
        if decorators:
            cls = decorate(frame, cls, decorators)
        store(frame, cls)
        return None

    return define


@statement(ast.Raise)
def _raise(compiler: Compiler, node: ast.Raise) -> Step:
    run = compiler.run(node.exc) if node.exc is not None else None
    cause_run = compiler.run(node.cause) if node.cause is not None else None

    def throw(frame: Frame) -> Completion:
        value = run(frame) if run is not None else None
        frame.node = node
        raised = frame.interp.exception_of(value, frame)
        if cause_run is not None and isinstance(raised.value, Instance):
            raised.value.names["__cause__"] = cause_run(frame)
        raise raised

    return throw


@statement(ast.Assert)
def _assert(compiler: Compiler, node: ast.Assert) -> Step:
    test = compiler.run(node.test)
    message = compiler.run(node.msg) if node.msg is not None else None

    def check(frame: Frame) -> Completion:
        value = test(frame)
        frame.node = node
        if frame.interp.truth(value) is False:
            text = message(frame) if message is not None else ""
            frame.interp.raise_error("AssertionError", text)
        return None

    return check


@statement(ast.Import)
def _import(compiler: Compiler, node: ast.Import) -> Step:
    imports = [
        (alias.name, bool(alias.asname), compiler.store(alias.asname or alias.name.split(".")[0]))
        for alias in node.names
    ]

    def load(frame: Frame) -> Completion:
        frame.node = node
        for name, renamed, store in imports:
            try:
                value = importing.import_module(frame, name, whole=renamed)
            except Raised as raised:
                value = survive(frame, raised, node)
            store(frame, value)
        return None

    return load


@statement(ast.ImportFrom)
def _import_from(compiler: Compiler, node: ast.ImportFrom) -> Step:
    names = [
        (alias.name, None if alias.name == "*" else compiler.store(alias.asname or alias.name))
        for alias in node.names
    ]

    def load(frame: Frame) -> Completion:
        frame.node = node
        try:
            module = importing.import_from(frame, node.module or "", node.level)
        except Raised as raised:
            module = survive(frame, raised, node)
        for name, store in names:
            if store is None:
                importing.import_star(frame, module)
            else:
                try:
                    value = importing.imported_name(frame, module, name)
                except Raised as raised:
                    value = survive(frame, raised, node)
                store(frame, value)
        return None

    return load


if sys.version_info >= (3, 12):

    @statement(ast.TypeAlias)
    def _type_alias(compiler: Compiler, node: ast.TypeAlias) -> Step:
        store = compiler.store(node.name.id)

        def define(frame: Frame) -> Completion:
            store(frame, Unknown("a type alias"))
            return None

        return define
