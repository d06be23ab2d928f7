"""Lists the public callables of TensorFlow that the page of coverage is about.

Run by a Python that has TensorFlow 1.15.5:

    python tests/stubs/inventory.py

It writes inventory.json beside this file: for each namespace the names of its functions and
classes, each with the name of the same object that it is listed under first, and whether its
source asks for variables (that of base classes, and of what it calls in TensorFlow's layers).
"""

from __future__ import annotations

import inspect
import json
import os
import re
import sys
import types
import warnings

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
warnings.simplefilter("ignore")
HERE = os.path.dirname(os.path.abspath(__file__))

TOP = """
    app bitwise config data debugging distribute distributions dtypes errors estimator experimental
    feature_column flags gfile graph_util image initializers io keras layers linalg logging lookup
    losses manip math metrics nest nn profiler quantization queue ragged random resource_loader
    saved_model sets signal sparse spectral strings summary sysconfig test tpu train
"""
"""Of `tf`; not `compat` and `raw_ops`, which say everything again."""
CONTRIB = """
    constrained_optimization crf cudnn_rnn distributions framework grid_rnn layers
    legacy_seq2seq losses metrics opt rnn seq2seq slim training
"""
DEEPER = ("tf.keras", "tf.nn", "tf.data", "tf.estimator", "tf.losses", "tf.contrib.framework.nest")
"""Where submodules are listed too."""

_ASKS = re.compile(
    r"\b(get_variable|get_local_variable|add_weight|add_variable|model_variable|local_variable"
    r"|_zeros_slot|_get_or_make_slot\w*|_create_non_slot_variable|create_slot\w*|create_zeros_slot"
    r"|metric_variable|vs\.variable|variables\.variable|variable_scope\.variable|_Linear|_linear"
    r"|[Vv]ariableV1|variables\.Variable|get_or_create_global_step|create_global_step|_add_weight"
    r"|add_metric_local_variable|default_variable_creator)\("
)


def asks_for_variables(found, depth=3):
    """Whether a function, or a class with its bases, asks for a variable: it, or what it calls."""
    if isinstance(found, type):
        parts = [base for base in found.__mro__ if base.__module__.startswith("tensorflow")]
        parts = [part for part in parts if part.__name__ not in _GENERAL]
    else:
        found = inspect.unwrap(found)
        parts = [getattr(found, "_key_op", None) or found]
    for part in parts:
        try:
            text = inspect.getsource(part).partition("\n")[2]
        except (OSError, TypeError):
            continue
        if _ASKS.search(text):
            return True
        if depth and any(asks_for_variables(callee, depth - 1) for callee in callees(part, text)):
            return True
    return False


def callees(part, text):
    """What the source of `part` calls by a name of its module, where that may make variables."""
    module = sys.modules.get(part.__module__)
    for words in sorted(set(_CALLS.findall(text))):
        found = module
        for word in words.split("."):
            found = getattr(found, word, None)
        if not isinstance(found, (type, types.FunctionType)) or found is part:
            continue
        if _MAKERS.search(found.__module__) and found.__name__ not in _GENERAL:
            yield found


_CALLS = re.compile(r"(?<![\w.])([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)?)\(")
_MAKERS = re.compile(
    r"\.contrib\.(?!distributions|framework\.python\.framework)|\.layers\.|rnn_cell|metrics_impl"
    r"|\.training\.|python\.estimator|feature_column"
)
_GENERAL = ("Layer", "Module", "AutoTrackable", "Trackable", "Optimizer", "Network", "Checkpoint")
"""Base classes that can make variables; whether a class does is said by its own source."""


def members(module):
    """The public callables of a module by name, and its submodules."""
    callables, modules = {}, {}
    for name in sorted(set(dir(module))):
        if name.startswith("_"):
            continue
        try:
            found = getattr(module, name)
        except Exception:
            continue
        if isinstance(found, types.ModuleType):
            modules[name] = found
        elif callable(found) and not name.endswith("absolute_import"):
            callables[name] = found
    return callables, modules


def main():
    import tensorflow as tf

    tf.compat.v1.logging.set_verbosity(tf.compat.v1.logging.ERROR)
    seen = {}
    inventory = {}

    def walk(path, module):
        callables, modules = members(module)
        rows = inventory[path] = {}
        for name, found in callables.items():
            if getattr(found, "__module__", None) in ("builtins", "collections", "typing"):
                continue
            full = f"{path}.{name}"
            known = seen.setdefault(id(found), full)
            kind = "class" if isinstance(found, type) else "function"
            rows[name] = [known, kind, asks_for_variables(found)]
        if path.startswith(DEEPER):
            for name, inner in modules.items():
                walk(f"{path}.{name}", inner)

    walk("tf", tf)
    for name in TOP.split():
        walk("tf." + name, getattr(tf, name))
    for name in CONTRIB.split():
        walk("tf.contrib." + name, getattr(tf.contrib, name))
    lines = []
    for path, rows in inventory.items():
        inner = ",\n".join(
            f"  {json.dumps(name)}: {json.dumps(row)}" for name, row in sorted(rows.items())
        )
        lines.append(json.dumps(path) + ": {\n" + inner + "\n}")
    with open(os.path.join(HERE, "inventory.json"), "w") as file:
        file.write("{\n" + ",\n".join(lines) + "\n}\n")


if __name__ == "__main__":
    main()
