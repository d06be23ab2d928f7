"""Programs of which a part is missing, such as an import that is not installed.

TensorFlow runs the whole program; the analysis sees one in which a function, a class or one call
comes from elsewhere.  So what is not seen does what the program does: it makes variables, opens
scopes, enters graphs and calls what it is given.  It does not fail: programs that end in an error
are not judged.
"""

from __future__ import annotations

import ast
import random

IMPORT = "import tensorflow as tf"
ABSENT = ("absent", "absent.nets", "absent.Kit()", "tf.contrib.absent")
"""From where it comes, as source.  A call of the third gives an object that is not known."""


def hidden(source: str, seed: int) -> str | None:
    """The same program without a part of it, line for line; None where there is none to hide."""
    choice = random.Random(seed)
    tree = ast.parse(source)
    places = _definitions(tree) if choice.random() < 0.5 else []
    places = places or _calls(tree)
    if not places or IMPORT not in source:
        return None
    node = choice.choice(places)
    where = choice.choice(ABSENT)
    lines = source.splitlines()
    if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
        first = min([node.lineno, *(each.lineno for each in node.decorator_list)])
        last = node.end_lineno or node.lineno
        lines[first - 1 : last] = [""] * (last - first + 1)
        lines[first - 1] = f"{node.name} = {where}.{node.name}"
    else:
        line = lines[node.lineno - 1].encode()
        name = node.attr if isinstance(node, ast.Attribute) else "it"
        before, after = line[: node.col_offset], line[node.end_col_offset :]
        lines[node.lineno - 1] = (before + f"{where}.{name}".encode() + after).decode()
    return "\n".join(lines).replace(IMPORT, IMPORT + "; import absent", 1) + "\n"


def _definitions(tree: ast.Module) -> list[ast.expr | ast.stmt]:
    """The functions and classes of a module."""
    return [node for node in tree.body if isinstance(node, (ast.FunctionDef, ast.ClassDef))]


def _calls(tree: ast.Module) -> list[ast.expr | ast.stmt]:
    """What calls of TensorFlow's own functions call."""
    found: list[ast.expr | ast.stmt] = []
    for node in ast.walk(tree):
        called = node.func if isinstance(node, ast.Call) else None
        if isinstance(called, ast.Attribute) and called.lineno == called.end_lineno:
            root = called.value
            while isinstance(root, ast.Attribute):
                root = root.value
            if isinstance(root, ast.Name) and root.id in ("tf", "slim"):
                found.append(called)
    return found
