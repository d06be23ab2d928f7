"""Writes the table of the attributes that objects of TensorFlow's public classes may have.

Run by a Python that has TensorFlow 1.15.5:

    python tests/stubs/make_class_names.py > scope_lsp/stubs/CLASSES.txt

The names of a class are those in its namespace, and those that its methods set on ``self``.  A
class that sets names which its source does not spell, or answers for any, is left out with all that
inherit from it.  The form of the table is described in scope_lsp/resolve/class_table.py, which
reads it.
"""

import ast
import inspect
import os
import re
import textwrap
import types
import warnings

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
warnings.simplefilter("ignore")

import tensorflow as tf  # noqa: E402

EVERYWHERE = {"_abc_impl", "_keras_api_names", "_keras_api_names_v1", "_tf_api_names"}
API = ("._api.v1", ".api._v1")
FILLING = ("update", "setdefault")
SKIPPED = re.compile(r"google\.protobuf|_pb2|pywrap|swig")


def public_classes():
    """Every class below `tf`."""
    seen, found = set(), {}
    pending = [tf]
    while pending:
        module = pending.pop()
        if id(module) in seen:
            continue
        seen.add(id(module))
        for name in dir(module):
            if name.startswith("_") or name in ("compat", "python"):
                continue
            try:
                value = getattr(module, name)
            except Exception:
                continue
            if isinstance(value, types.ModuleType):
                inside = value.__name__
                if any(part in inside for part in API) or inside.startswith("tensorflow.contrib"):
                    pending.append(value)
            elif isinstance(value, type) and is_ours(value):
                found[key(value)] = value
    return found


def is_ours(cls):
    return cls.__module__.startswith("tensorflow") and not SKIPPED.search(cls.__module__)


def key(cls):
    return cls.__module__, cls.__qualname__


def set_names(cls):
    """The names that the methods of a class set on ``self``; None where not all are spelled."""
    try:
        tree = ast.parse(textwrap.dedent(inspect.getsource(cls)))
    except (OSError, TypeError, SyntaxError):
        return set()
    texts = dict(constants(tree))
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and is_self(node.value):
            if isinstance(node.ctx, ast.Store):
                found.add(node.attr)
        elif isinstance(node, (ast.Subscript, ast.Attribute)) and is_namespace(node.value):
            if isinstance(node.ctx, ast.Store) or getattr(node, "attr", None) in FILLING:
                return None
        elif isinstance(node, ast.Call) and "attr" in getattr(node.func, "attr", ""):
            # `self._maybe_create_attribute("name", ...)`, `object.__setattr__(self, "name", ...)`
            found.update(arg.s for arg in node.args if isinstance(arg, ast.Str))
        elif isinstance(node, ast.Call) and getattr(node.func, "id", None) in ("setattr", "vars"):
            if not node.args or not is_self(node.args[0]):
                continue
            name = node.args[1] if len(node.args) > 1 else None
            text = name.s if isinstance(name, ast.Str) else texts.get(getattr(name, "id", None))
            if text is None:
                return None
            found.add(text)
    return found


def constants(tree):
    """The variables that are set to a text."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Str):
            for target in node.targets:
                if isinstance(target, ast.Name):
                    yield target.id, node.value.s


def is_namespace(node):
    return isinstance(node, ast.Attribute) and node.attr == "__dict__" and is_self(node.value)


def is_self(node):
    return isinstance(node, ast.Name) and node.id in ("self", "cls")


def names_of(cls):
    """The names that a class brings; None where it may have any."""
    if cls.__module__ == "builtins":
        return set(dir(cls))
    if "__getattr__" in vars(cls) or "__getattribute__" in vars(cls):
        return None
    found = set_names(cls)
    return None if found is None else found | set(vars(cls))


def spelled(place):
    text = ":".join(place)
    for short, long in (("~", "tensorflow.python."), ("^", "tensorflow.contrib.")):
        if text.startswith(long):
            return short + text[len(long) :]
    return text


def names_set_from_outside():
    """The names that TensorFlow sets on whatever objects."""
    import tensorflow_core
    import tensorflow_estimator

    found = set()
    for package in (tensorflow_core, tensorflow_estimator):
        for folder, _, files in os.walk(os.path.dirname(package.__file__)):
            for file in files:
                if not file.endswith(".py"):
                    continue
                with open(os.path.join(folder, file), encoding="utf-8") as text:
                    try:
                        tree = ast.parse(text.read())
                    except SyntaxError:
                        continue
                for node in ast.walk(tree):
                    if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
                        if not is_self(node.value):
                            found.add(node.attr)
                    elif isinstance(node, ast.Call) and len(node.args) > 1:
                        name = node.args[1]
                        is_setattr = getattr(node.func, "id", None) == "setattr"
                        if is_setattr and isinstance(name, ast.Str):
                            found.add(name.s)
    return found


def main():
    known, left_out = {}, set()

    def is_known(cls):
        if cls is object or key(cls) in known:
            return True
        if key(cls) in left_out:
            return False
        names = names_of(cls)
        if names is None or not all(map(is_known, cls.__bases__)):
            left_out.add(key(cls))
            return False
        known[key(cls)] = cls.__bases__, names
        return True

    for cls in public_classes().values():
        is_known(cls)
    outside = names_set_from_outside() | EVERYWHERE
    print("*", *sorted(name for name in outside if name[:2] != "__"))
    for (module, name), (bases, names) in sorted(known.items()):
        own = sorted(each for each in names - outside if each[:2] != "__")
        over = [spelled(key(base)) for base in bases if base is not object]
        print(spelled((module, name)), *own, *("<" + each for each in over))
    print("!", *sorted(map(spelled, left_out)))


if __name__ == "__main__":
    main()
