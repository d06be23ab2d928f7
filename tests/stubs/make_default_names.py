"""Writes the table of the names that TensorFlow's functions give to ops by default.

Run by a Python that has TensorFlow 1.15.5:

    python tests/stubs/make_default_names.py > scope_lsp/stubs/tensorflow/_default_names.py

For each public function the first of these is taken: the default of the name scope that its body
opens (`name_scope(name, "X")`), the default of its argument `name`, the type of the raw op that
it calls, the name of the function of the same package that it hands its own name on to.
"""

from __future__ import annotations

import ast
import inspect
import sys
import textwrap

import tensorflow as tf
from tensorflow.python.util import tf_decorator

NAMES = ("name", "scope")
PREFIXES = (
    "tensorflow._api.v1.",
    "tensorflow_core._api.v1.",
    "tensorflow.contrib.",
    "tensorflow_core.contrib.",
)
SKIPPED = ("compat", "keras", "python", "ops", "kernels", "tools", "app", "platform")
LEFT_OUT = ("raw_ops.", "contrib.quantization.", "contrib.labeled_tensor.", "contrib.deprecated.")
HEADER = '''"""The name that each function of TensorFlow 1.15.5 gives to its op or name scope.

Data: written by tests/stubs/make_default_names.py, not by hand.  Pairs of a function below `tf`
and its default name.
"""

_PAIRS = """
'''
FOOTER = '''"""

_WORDS = _PAIRS.split()
DEFAULT_NAMES = dict(zip(_WORDS[::2], _WORDS[1::2]))
'''


def own_source(function):
    try:
        return ast.parse(textwrap.dedent(inspect.getsource(function))).body[0]
    except (OSError, TypeError, SyntaxError, IndexError):
        return None


def constant(node):
    return node.s if isinstance(node, ast.Str) else None


def called_name(node):
    function = node.func
    return getattr(function, "attr", None) or getattr(function, "id", None)


def default_of_name(tree):
    arguments = tree.args.args
    defaults = tree.args.defaults
    for index, default in enumerate(defaults, len(arguments) - len(defaults)):
        if arguments[index].arg == "name":
            return constant(default)
    return None


def has_name(tree):
    return any(argument.arg in NAMES for argument in tree.args.args + tree.args.kwonlyargs)


def hands_name_on(call):
    values = [keyword.value for keyword in call.keywords if keyword.arg in NAMES] + call.args
    return any(isinstance(value, ast.Name) and value.id in NAMES for value in values)


def find_name(function, depth=0):
    """The default name of a function's first op or scope, None where it has none."""
    tree = own_source(function)
    if not isinstance(tree, ast.FunctionDef):
        return None
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    calls.sort(key=lambda node: (node.lineno, node.col_offset))
    default = default_of_name(tree)
    if any(called_name(call) in ("variable_scope", "variable_op_scope") for call in calls):
        return None
    for call in calls:
        if called_name(call) in ("name_scope", "name_scope_v1") and call.args:
            if default and hands_name_on(call):
                return default
            keywords = {keyword.arg: keyword.value for keyword in call.keywords}
            second = call.args[1] if len(call.args) > 1 else keywords.get("default_name")
            return constant(second) if second is not None else None
    if not has_name(tree):
        return None
    for call in calls:
        if called_name(call) == "_apply_op_helper" and call.args:
            return default or constant(call.args[0])
    if default:
        return default
    if depth < 3:
        for call in calls:
            if hands_name_on(call):
                target = resolve(function, call.func)
                found = target is not None and find_name(target, depth + 1)
                if found:
                    return found
    return None


def resolve(function, node):
    """The function that a call in another function's body means."""
    try:
        scope = function.__globals__
        if isinstance(node, ast.Name):
            found = scope.get(node.id)
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            found = getattr(scope.get(node.value.id), node.attr, None)
        else:
            return None
        found = tf_decorator.unwrap(found)[1]
        return found if inspect.isfunction(found) else None
    except Exception:
        return None


def walk(module, path, seen, table):
    for key in sorted(dir(module)):
        if key.startswith("_"):
            continue
        try:
            value = getattr(module, key)
        except Exception:
            continue
        name = path + key
        if inspect.ismodule(value):
            if value.__name__.startswith(PREFIXES) and id(value) not in seen and key not in SKIPPED:
                seen.add(id(value))
                walk(value, name + ".", seen, table)
        elif callable(value) and not inspect.isclass(value):
            function = tf_decorator.unwrap(value)[1]
            if inspect.isfunction(function):
                found = find_name(function)
                if found:
                    table[name] = found.rstrip("/")


def main():
    table = {}
    seen = set()
    walk(tf, "", seen, table)
    dir(tf.contrib)  # The package is loaded when it is first used.
    walk(sys.modules["tensorflow.contrib"], "contrib.", seen, table)
    pairs = [
        name + " " + default
        for name, default in sorted(table.items())
        if not name.startswith(LEFT_OUT) and name.count(".") <= 2 and " " not in default
    ]
    sys.stdout.write(HEADER)
    sys.stdout.write(textwrap.fill("  ".join(pairs), 100, break_long_words=False))
    sys.stdout.write("\n" + FOOTER)


if __name__ == "__main__":
    main()
