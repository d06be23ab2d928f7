"""The JSON schemas of what the commands print and of the settings, and the page that explains them.

The schemas are written here, in Python, because parts recur; ``docs/generate.py`` writes them as
files.  ``tests/docs/test_json.py`` holds what the commands print against them.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from scope_lsp.analysis.result import Certainty
from scope_lsp.rules.registry import RULES
from scope_lsp.rules.rule import Severity
from scope_lsp.settings import all_settings, kebab

FOLDER = Path(__file__).parent
PAGE = FOLDER / "json.md"
Schema = dict[str, Any]

_PLACE: Mapping[str, Schema] = {
    "file": {
        "type": "string",
        "description": "The path, relative to the working directory where it lies below it.",
    },
    "cell": {
        "type": "integer",
        "minimum": 1,
        "description": "In a notebook: the cell from which the line counts.",
    },
    "line": {"type": "integer", "minimum": 1, "description": "The line, from 1."},
    "column": {
        "type": "integer",
        "minimum": 1,
        "description": "The column in characters (code points), from 1.",
    },
}
_ABSENT = ("cell", "partOf", "key", "file", "line", "column")
"""Keys that are left out where they mean nothing; of a place only ``cell`` may be."""
_SHAPE: Schema = {
    "type": ["array", "null"],
    "items": {"type": ["integer", "null"], "minimum": 0},
    "description": "The sizes; null for one that is not known, or for the whole.",
}
_DTYPE: Schema = {"type": ["string", "null"], "description": "As `tf.DType.name` has it."}
_CERTAINTY: Schema = {
    "enum": [one.value for one in Certainty],
    "description": "`definite`: the program, run, does this. `possible`: it does on some path. "
    "`symbolic`: the name holds a part in braces that is not known.",
}


def _object(properties: Mapping[str, Schema], absent: tuple[str, ...] = ("cell",)) -> Schema:
    return {
        "type": "object",
        "properties": dict(properties),
        "required": [key for key in properties if key not in absent],
    }


def closed(schema: Any) -> Any:
    """The schema without room for keys that it does not name: what this version prints."""
    if isinstance(schema, list):
        return [closed(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    found = {key: closed(value) for key, value in schema.items()}
    if "required" in found:
        found["additionalProperties"] = False
    return found


def _list(items: Schema, description: str) -> Schema:
    return {"type": "array", "items": items, "description": description}


def _described(kind: str, description: str) -> Schema:
    return {"type": kind.split("|") if "|" in kind else kind, "description": description}


_TRACE = _list(
    _object({**_PLACE, "function": _described("string", "The calling function, or `<module>`.")}),
    "The calls that lead here, the outermost first; the last one is the place itself.",
)
_VARIABLE = _object(
    {
        "name": _described("string", "The full name, as `v.name` prints it."),
        **_PLACE,
        "api": _described("string", "The call as the source spells it."),
        "reused": _described("boolean", "Whether the call fetches a variable that exists."),
        "certainty": _CERTAINTY,
        "shape": _SHAPE,
        "dtype": _DTYPE,
        "trainable": _described("boolean|null", "Whether it is trained; null when not known."),
        "parameters": _described("integer|null", "The product of its shape; null when not known."),
        "slot": _described("boolean", "Whether an optimizer or a moving average made it."),
        "saved": _described("boolean|null", "Whether a `Saver` saves it by default."),
        "partOf": {
            **_object({"name": {"type": "string"}, "shape": _SHAPE}),
            "description": "Of a part of a partitioned variable: the whole.",
        },
        "program": _described("string", "The program that makes it."),
        "trace": _TRACE,
    },
    ("cell", "partOf"),
)
_DIAGNOSTIC = _object(
    {
        **_PLACE,
        "endLine": {"type": "integer", "minimum": 1, "description": "Where it ends."},
        "endColumn": {"type": "integer", "minimum": 1, "description": "The column behind it."},
        "severity": {
            "enum": [one.value for one in Severity],
            "description": "What is an `error` will be raised by TensorFlow.",
        },
        "code": {"enum": list(RULES), "description": "The rule."},
        "message": _described("string", "What is wrong, in TensorFlow's words where it has some."),
        "certainty": _CERTAINTY,
        "trace": _TRACE,
        "related": _list(
            _object({**_PLACE, "message": {"type": "string"}}), "Places that explain it."
        ),
    }
)
_GAP = _object(
    {
        **_PLACE,
        "reason": _described("string", "What could not be followed."),
        "hidesVariables": _described("boolean", "Whether variables may be missing because of it."),
        "shapes": _described("integer", "How many shapes are not known because of it."),
        "names": _described("integer", "How many names hold an unknown part because of it."),
    }
)
_WAITING = _object(
    {
        "function": _described("string", "A function that makes variables and that nobody calls."),
        **{key: value for key, value in _PLACE.items() if key != "column"},
    }
)


def listing() -> Schema:
    """The schema of ``names --format json`` and ``check --format json``."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "What scope-lsp names and check print with --format json",
        **_object(
            {
                "schema": {"const": 1, "description": "Counts up when something is taken away."},
                "variables": _list(
                    _VARIABLE, "One for each pair of call and name, as the program makes them."
                ),
                "diagnostics": _list(_DIAGNOSTIC, "The findings, by place."),
                "gaps": _list(_GAP, "What could not be followed, the costliest first."),
                "waiting": _list(_WAITING, "Where `--call` would show more."),
            }
        ),
    }


def comparison() -> Schema:
    """The schema of ``diff --format json``."""
    item = _object(
        {
            "name": {"type": "string"},
            "shape": _SHAPE,
            "dtype": _DTYPE,
            "key": _described("string", "The key in the checkpoint, where it is another one."),
            **_PLACE,
        },
        _ABSENT,
    )
    pairs = _object({"old": item, "new": item})
    side = _object(
        {
            "name": _described("string", "As it was given."),
            "kind": _described("string", "What it is: a program, a checkpoint, a listing ..."),
            "complete": _described("boolean", "Whether all of its variables are known."),
            "notes": _list({"type": "string"}, "What there is to say of it."),
            "folded": _described("integer", "Slots and the like that were not compared."),
        }
    )
    cause = _object(
        {
            "summary": {"type": "string"},
            "known": _described("string|null", "A change of TensorFlow that is known by name."),
            "changes": _list(
                _object({"old": {"type": "string"}, "new": {"type": "string"}}),
                "Parts of names, and what became of them.",
            ),
            "variables": _list({"type": "string"}, "The old names of those that it moves."),
        }
    )
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "What scope-lsp diff prints with --format json",
        **_object(
            {
                "schema": {"const": 1, "description": "Counts up when something is taken away."},
                "old": side,
                "new": side,
                "differs": _described("boolean", "Whether the exit code is 1."),
                "summary": _described("string", "The first line of the text."),
                "causes": _list(cause, "What was done to the names, the widest change first."),
                "same": _list(pairs, "Variables that are on both sides."),
                "renamed": _list(pairs, "Variables that were probably renamed."),
                "otherShape": _list(pairs, "Those with another shape."),
                "otherDtype": _list(pairs, "Those with another dtype."),
                "onlyOld": _list(item, "Those that only the old side has."),
                "onlyNew": _list(item, "Those that only the new side has."),
                "doubtful": _list(item, "Those that a program makes only perhaps."),
            }
        ),
    }


def settings() -> Schema:
    """The schema of the table ``[tool.scope-lsp]`` of a ``pyproject.toml``."""
    root: Schema = {"type": "object", "properties": {}, "additionalProperties": False}
    for setting in all_settings():
        *groups, last = kebab(setting.key).split(".")
        table = root
        for group in groups:
            empty = {"type": "object", "properties": {}, "additionalProperties": False}
            table = table["properties"].setdefault(group, empty)
        default = setting.default
        table["properties"][last] = {
            **setting.kind.schema,
            "default": list(default) if isinstance(default, tuple) else default,
            "description": setting.doc,
        }
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "The settings of scope-lsp in pyproject.toml: the table [tool.scope-lsp]",
        **root,
    }


SCHEMAS = {
    "listing.schema.json": listing,
    "comparison.schema.json": comparison,
    "settings.schema.json": settings,
}
"""The files, beside this one."""
_BEGINNING = """\
# JSON

<!-- Written by docs/generate.py. Do not edit. -->

`names`, `check` and `diff` print one JSON document with `--format json`. Its form is fixed by
schemas, and the tests hold what the commands print against them:

| schema | of |
|---|---|
| [listing.schema.json](listing.schema.json) | `scope-lsp names` and `scope-lsp check` |
| [comparison.schema.json](comparison.schema.json) | `scope-lsp diff` |
| [settings.schema.json](settings.schema.json) | `[tool.scope-lsp]` of a `pyproject.toml` |

The number under `schema` counts up when something is taken away or changes its meaning. New keys
may come without that.

```console
$ scope-lsp names examples/siamese.py --format json | grep -o '"name": "[^"]*"' | sort -u
"name": "distance/scale:0"
"name": "distance/scale_1:0"
"name": "embed/code/bias:0"
"name": "embed/code/kernel:0"
"name": "embed/dense/bias:0"
"name": "embed/dense/kernel:0"
```

A *place* has the keys `file`, `line` and `column`, and in a notebook `cell`. Lines and columns
count from 1, columns in characters (code points).
"""


def as_file(schema: Schema) -> str:
    """The text of a schema's file."""
    return json.dumps(schema, indent=1, ensure_ascii=False) + "\n"


def text() -> str:
    """The page."""
    parts = [_BEGINNING, "\n## A listing\n\n", _table(listing())]
    for key, item in (("variables", _VARIABLE), ("diagnostics", _DIAGNOSTIC), ("gaps", _GAP)):
        parts += [f"\n## One of its `{key}`\n\n", _table(item)]
    parts += ["\n## A comparison\n\n", _table(comparison())]
    return "".join(parts)


def _table(schema: Schema) -> str:
    lines = ["| key | type | is |", "|---|---|---|"]
    for key, value in schema["properties"].items():
        if key in ("file", "cell", "line", "column"):
            continue
        lines.append(f"| `{key}` | {_type(value)} | {value.get('description', '')} |")
    return "\n".join(lines) + "\n"


def _type(schema: Schema) -> str:
    if "const" in schema:
        return f"`{json.dumps(schema['const'])}`"
    if "enum" in schema:
        return "string"
    kind = schema["type"]
    return " or ".join(kind) if isinstance(kind, list) else str(kind)
