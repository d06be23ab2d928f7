"""From syntax trees to closures: the entry, names, and the table of node kinds.

Each kind of node is compiled by a function in ``expressions``, ``statements`` and their neighbours,
registered here.  A closure takes the frame and is several times faster to run than a tree walk.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from scope_lsp.interpreter.code import NAMES, Code, Completion, Parameters, Run, Step
from scope_lsp.interpreter.environment import Frame
from scope_lsp.interpreter.failures import survive, unbound
from scope_lsp.interpreter.lexical import Names, names_of, returns_value
from scope_lsp.interpreter.values import MISSING, Raised, Unknown, Value
from scope_lsp.syntax.awaited import first, met

_Body = TypeVar("_Body", bound=Callable[..., Any])
Expression = Callable[["Compiler", Any], Run]
Statement = Callable[["Compiler", Any], Step]

EXPRESSIONS: dict[type[ast.AST], Expression] = {}
STATEMENTS: dict[type[ast.AST], Statement] = {}
BODIES: dict[str, Callable[..., Any]] = {}
"""What compiles function bodies that do not run from top to bottom: ``generator``."""


def expression(*kinds: type[ast.AST]) -> Callable[[Expression], Expression]:
    """Register the compiler of some kinds of expressions."""

    def register(function: Expression) -> Expression:
        for kind in kinds:
            EXPRESSIONS[kind] = function
        return function

    return register


def statement(*kinds: type[ast.AST]) -> Callable[[Statement], Statement]:
    """Register the compiler of some kinds of statements."""

    def register(function: Statement) -> Statement:
        for kind in kinds:
            STATEMENTS[kind] = function
        return function

    return register


def function_body(kind: str) -> Callable[[_Body], _Body]:
    """Register the compiler of a kind of function bodies."""

    def register(function: _Body) -> _Body:
        BODIES[kind] = function
        return function

    return register


class Compiler:
    """Compiles one body; bodies inside it get compilers of their own."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self.watched: set[ast.expr] = set()
        """Tests that select the items of a loop around them."""

    # -- expressions and statements

    def run(self, node: ast.AST) -> Run:
        """Compile an expression."""
        compile_node = EXPRESSIONS.get(type(node))
        if compile_node is None:
            reason = f"{type(node).__name__} is not interpreted"
            return lambda frame: Unknown(reason)
        return compile_node(self, node)

    def step(self, node: ast.AST) -> Step:
        """Compile a statement."""
        compile_node = STATEMENTS.get(type(node))
        if compile_node is None:
            return lambda frame: None
        return compile_node(self, node)

    def block(self, body: list[Any]) -> Step:
        """Compile a sequence of statements."""
        return run_in_order([self.step(node) for node in body], body)

    # -- names

    def load(self, name: str, node: ast.AST | None = None) -> Run:
        """Compile the reading of a name; ``node`` is its place."""
        where, hops = self.names.where(name)
        if where == "local":
            if self.names.kind == "class":
                return _class_load(name, node)
            return _local_load(name, node)
        if where == "free":
            return _free_load(name, node, hops, in_class=self.names.kind == "class")
        if self.names.kind == "class":
            return _class_load(name, node)
        return _global_load(name, node)

    def store(self, name: str) -> Callable[[Frame, Value], None]:
        """Compile the binding of a name."""
        where, hops = self.names.where(name)
        if where == "free":

            def store_free(frame: Frame, value: Value) -> None:
                target = frame
                for _ in range(hops):
                    assert target.closure is not None
                    target = target.closure
                frame.interp.observe()
                frame.interp.heap.touch(target)
                target.names[name] = value

            return store_free
        if where == "global" and self.names.kind != "module":

            def store_global(frame: Frame, value: Value) -> None:
                frame.interp.heap.touch(frame.module)
                frame.module.names[name] = value

            return store_global

        def store_local(frame: Frame, value: Value) -> None:
            heap = frame.interp.heap
            if heap.levels:
                heap.touch(frame.names_owner)
            if value.__class__ is Unknown and not (value.spelling and frame.module.is_model):
                value = value.spelled(name)  # by the program's own words, not by a model's
            frame.names[name] = value

        return store_local

    def delete(self, name: str) -> Step:
        """Compile ``del name``."""
        where, hops = self.names.where(name)
        load = self.load(name)

        def delete_name(frame: Frame) -> Completion:
            load(frame)
            scope = frame.names_owner if where == "local" else frame.module
            target = frame
            for _ in range(hops):
                assert target.closure is not None
                target = target.closure
                scope = target
                frame.interp.observe()
            frame.interp.heap.touch(scope)
            scope.names.pop(name, None)
            return None

        return delete_name

    # -- bodies

    def function(self, node: Any, kind: str = "function") -> Code:
        """Compile the body of a ``def`` or ``lambda``."""
        parameters = parameters_of(node.args)
        name = "<lambda>" if kind == "lambda" else node.name
        code = Code(name, node, kind, parameters, first_line=node.lineno)
        code.is_async = isinstance(node, ast.AsyncFunctionDef)
        code.pending = lambda: self._function_body(code, node)
        return code

    def _function_body(self, code: Code, node: Any) -> None:
        """Compile a function's body when it is first called; most functions are never called."""
        parameters = code.parameters
        kind = code.kind
        given = set(parameters.positional) | set(parameters.keyword_only)
        given |= {name for name in (parameters.variadic, parameters.keywords) if name}
        body = [node.body] if kind == "lambda" else node.body
        names = names_of("function", self.names, body, given)
        inner = Compiler(names)
        code.may_return_value = kind != "lambda" and returns_value(body)
        if names.yields:
            code.generator = BODIES["generator"](inner, body, is_lambda=kind == "lambda")
        elif kind == "lambda":
            code.value = inner.run(node.body)
        else:
            statements = [s for s in node.body if not is_remark(first(s))]
            only = statements[0] if len(statements) == 1 else None
            if isinstance(only, ast.Return) and only.value is not None:
                code.value = inner.run(only.value)
            else:
                code.body = inner.block(statements)

    def class_body(self, node: ast.ClassDef) -> Code:
        """Compile the body of a ``class``."""
        inner = Compiler(names_of("class", self.names, list(node.body), set()))
        code = Code(node.name, node, "class", first_line=node.lineno)
        code.body = inner.block(node.body)
        return code


def _late(compiler: Compiler, node: ast.stmt) -> Step:
    """Compile a statement when it is first run; one too deep for our stack does nothing.

    In a module with very many statements, the first ones thus run before the budget is spent.
    """
    compiled: list[Step] = []

    def run_late(frame: Frame) -> Completion:
        if not compiled:
            try:
                compiled.append(compiler.step(node))
            except RecursionError:
                compiled.append(lambda frame: None)
        return compiled[0](frame)

    return run_late


def is_remark(node: ast.AST) -> bool:
    """Whether a statement is a docstring or another constant that does nothing."""
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def run_in_order(steps: list[Step], nodes: Sequence[ast.AST]) -> Step:
    """Return one step made of several; the first that ends abruptly ends them all."""
    if len(steps) == 1 and fails_in_expressions_only(first(nodes[0])):
        return steps[0]

    def run_block(frame: Frame) -> Completion:
        step = None
        try:
            for step in steps:
                completion = step(frame)
                if completion is not None:
                    return completion
            return None
        except Raised as raised:
            assert step is not None
            index = steps.index(step)
            survive(frame, raised, met(nodes[index]))
            following = index + 1
            return run_in_order(steps[following:], nodes[following:])(frame)

    return run_block


def fails_in_expressions_only(node: ast.AST) -> bool:
    """Whether only expressions can fail in a statement; expressions handle their failures."""
    if isinstance(node, ast.Assign):
        return all(isinstance(target, ast.Name) for target in node.targets)
    return isinstance(node, (ast.Expr, ast.Return, ast.Pass, ast.Break, ast.Continue, ast.Raise))


def parameters_of(args: ast.arguments) -> Parameters:
    """The parameters of a definition."""
    positional_only = tuple(arg.arg for arg in args.posonlyargs)
    positional = (*positional_only, *(arg.arg for arg in args.args))
    keyword_only = tuple(arg.arg for arg in args.kwonlyargs)
    return Parameters(
        positional_only,
        positional,
        args.vararg.arg if args.vararg else None,
        keyword_only,
        args.kwarg.arg if args.kwarg else None,
        frozenset(positional[len(positional_only) :]) | frozenset(keyword_only),
        plain=not (args.vararg or args.kwarg or keyword_only),
        for_names=tuple([name for name in NAMES if name in positional or name in keyword_only]),
    )


def _local_load(name: str, node: ast.AST | None) -> Run:
    def load(frame: Frame) -> Value:
        try:
            return frame.names[name]
        except KeyError:
            return unbound(frame.interp, name, frame, node, local=True)

    return load


def _global_load(name: str, node: ast.AST | None) -> Run:
    def load(frame: Frame) -> Value:
        try:
            return frame.module.names[name]
        except KeyError:
            value = frame.interp.builtins.get(name, MISSING)
            return unbound(frame.interp, name, frame, node) if value is MISSING else value

    return load


def _class_load(name: str, node: ast.AST | None) -> Run:
    outer = _global_load(name, node)

    def load(frame: Frame) -> Value:
        value = frame.names.get(name, MISSING)
        return outer(frame) if value is MISSING else value

    return load


def _free_load(name: str, node: ast.AST | None, hops: int, *, in_class: bool) -> Run:
    def load(frame: Frame) -> Value:
        if in_class and name in frame.names:
            return frame.names[name]
        target = frame
        for _ in range(hops):
            assert target.closure is not None
            target = target.closure
        value = target.names.get(name, MISSING)
        if value is MISSING:
            return unbound(frame.interp, name, frame, node, local=True)
        return value

    return load


_CODE = "compiled"
"""The attribute of a tree that has its code, so that both are kept equally long."""


def compile_module(tree: ast.Module, *, has_locals: bool = False) -> Code:
    """Return the code of a module body, compiled once for each tree.

    With ``has_locals`` it binds and reads names in its frame before the module, like a class body.
    Text that runs inside a function does so.
    """
    known: Code | None = getattr(tree, _CODE, None)
    if known is not None:
        return known
    names = Names("module", None, set())
    compiler = Compiler(names_of("class", names, list(tree.body), set()) if has_locals else names)
    code = Code("<module>", tree, "module")
    code.steps = [(node, _late(compiler, node)) for node in tree.body]
    code.body = run_in_order([step for _, step in code.steps], tree.body)
    setattr(tree, _CODE, code)
    return code
