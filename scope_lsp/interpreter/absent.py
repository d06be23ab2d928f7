"""Whether a program continues with a default when it finds that something is missing.

A file or an environment variable that is missing now may exist when the program is run.  If the
program would end or leave without it, it is assumed to exist, because programs that people keep do
run.  If the program continues without it, it is assumed to be missing.  Only the text of the asking
call is examined.  Nothing is run here.
"""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from scope_lsp.interpreter.loader import Origin

if TYPE_CHECKING:
    from scope_lsp.interpreter.environment import Frame
    from scope_lsp.interpreter.interpreter import Interpreter

_LEAVING = (ast.Raise, ast.Return, ast.Continue, ast.Break, ast.Assert)
_EXITS = frozenset(("exit", "quit", "_exit", "abort", "error", "print_help", "usage"))
"""Functions that end a program, by the last part of their names."""
_VERSIONS = frozenset(
    ("version_info", "hexversion", "python_version", "python_version_tuple", "PY2", "PY3")
)
"""Names for the version of Python in ``sys``, ``platform`` and ``six``."""
_NESTED = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.ClassDef)


def user_frame(interp: Interpreter) -> Frame | None:
    """The innermost call of code that is not a model's."""
    frame = interp.frame
    while frame is not None and frame.module.source.origin is not Origin.USER:
        frame = frame.back
    return frame


def chooses_default(interp: Interpreter) -> bool:
    """Whether the current call only decides between two ways to continue."""
    frame = user_frame(interp)
    if frame is None or interp.supposes_arguments:
        return False
    call = frame.node
    for node in _around(call, frame.code.node):
        if isinstance(node, ast.IfExp) and _asks(node.test, call):
            return True
        if isinstance(node, ast.If) and _asks(node.test, call):
            interp.asked_arguments = True  # a program that creates nothing is tried the other way
            taken = _taken(node, call)
            return not any(_leaves(statement) for statement in taken)
    return False


def makes_file(interp: Interpreter) -> bool:
    """Whether the current call asks for a file that the function makes if there is none.

    Such a file keeps something from one start of the program to the next.  The function hands its
    path to a call named as one that writes, outside of what runs only where the file exists.
    """
    frame = user_frame(interp)
    if frame is None or not isinstance(frame.node, ast.Call) or len(frame.node.args) != 1:
        return False
    call, (path,) = frame.node, frame.node.args
    if not isinstance(path, ast.Name) or not chooses_default(interp):
        return False
    for node in _around(call, frame.code.node):
        if isinstance(node, ast.If) and _asks(node.test, call):
            taken = _taken(node, call)
            skipped = {each for each in (*node.body, *node.orelse) if each not in taken}
            return any(
                _makes(other) and any(_is_name(arg, path.id) for arg in other.args)
                for other in _calls(frame.code.node, skipped)
            )
    return False


def _calls(node: ast.AST, skipped: Collection[ast.AST]) -> Iterator[ast.Call]:
    """The calls below a node, without those in some statements and in functions of their own."""
    for child in ast.iter_child_nodes(node):
        if child not in skipped and not isinstance(child, _NESTED):
            if isinstance(child, ast.Call):
                yield child
            yield from _calls(child, skipped)


def _makes(call: ast.Call) -> bool:
    """Whether a call is named as one that writes a file, or opens one to write."""
    name = _called(call).lower()
    if name in ("open", "file", "gfile", "fastgfile"):
        mode = call.args[1] if len(call.args) > 1 else None
        return isinstance(mode, ast.Constant) and str(mode.value)[:1] in ("w", "a", "x")
    return any(word in name for word in _MAKING)


_MAKING = ("save", "write", "dump", "make", "create", "build", "generate", "store", "export")
"""Parts of the names of functions that write files."""


def _is_name(node: ast.expr, name: str) -> bool:
    return isinstance(node, ast.Name) and node.id == name


def refuses_python(node: ast.If) -> bool:
    """Whether a statement only ends the program in a version of Python that it is not for.

    A program is analysed as it is run, which is in a version that it accepts.
    """
    if node.orelse or not _ends(node.body[-1]):
        return False
    names = (part for part in ast.walk(node.test) if isinstance(part, (ast.Attribute, ast.Name)))
    return any((n.attr if isinstance(n, ast.Attribute) else n.id) in _VERSIONS for n in names)


def _ends(statement: ast.stmt) -> bool:
    """Whether a statement ends the program."""
    if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Call):
        return _called(statement.value) in _EXITS
    return isinstance(statement, ast.Raise)


def imports_again(frame: Frame, name: str) -> bool:
    """Whether a ``try`` around an import has a clause that imports the module in another way.

    Such a program knows that the module is not found at first: it changes ``sys.path``.
    """
    package = name.partition(".")[0]
    for node in _around(frame.node, frame.code.node):
        if isinstance(node, ast.Try) and _imports(node.body, package):
            return any(_imports(handler.body, package) for handler in node.handlers)
    return False


def _imports(body: list[ast.stmt], package: str) -> bool:
    """Whether some statement imports a package or something from it."""
    for statement in body:
        for node in ast.walk(statement):
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom) and not node.level:
                names = [node.module or ""]
            else:
                continue
            if any(name.partition(".")[0] == package for name in names):
                return True
    return False


def _around(inner: ast.AST, body: ast.AST) -> Iterator[ast.AST]:
    """The nodes of a body that may have a node inside, by their lines, outer ones first.

    Nothing else of the body is looked at.
    """
    line = getattr(inner, "lineno", None)
    pending = [body]
    for node in pending:
        if node is body or not isinstance(node, ast.stmt) or _holds(node, line):
            yield node
            pending += ast.iter_child_nodes(node)


def _holds(node: ast.stmt, line: int | None) -> bool:
    return line is None or node.lineno <= line <= (node.end_lineno or node.lineno)


def _asks(test: ast.expr, call: ast.AST) -> bool:
    return any(node is call for node in ast.walk(test))


def _taken(node: ast.If, call: ast.AST) -> list[ast.stmt]:
    """The statements that run, or may run, when the call returns False."""
    if node.test is call:
        return node.orelse
    if isinstance(node.test, ast.UnaryOp) and node.test.operand is call:
        return node.body
    return [*node.body, *node.orelse]


def _leaves(statement: ast.AST) -> bool:
    """Whether something in a statement may end the program, or leave the function or loop."""
    if isinstance(statement, _NESTED):
        return False
    if isinstance(statement, _LEAVING):
        return True
    if isinstance(statement, ast.Call) and _called(statement) in _EXITS:
        return True
    return any(map(_leaves, ast.iter_child_nodes(statement)))


def _called(call: ast.Call) -> str:
    """The last part of the name of what is called."""
    function = call.func
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""
