"""The JSON schemas of what the commands print and of the settings, and the page that explains them.

The schemas are written here, in Python, because parts recur; ``docs/generate.py`` writes them as
files.  ``tests/docs/test_json.py`` checks the output of the commands against them.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from docs.rule_schemas import schema_of
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
        "description": "The path; relative if it is below the working directory.",
    },
    "cell": {
        "type": "integer",
        "minimum": 1,
        "description": "In a notebook: the cell in which the line is counted.",
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
    "description": "The sizes. null stands for an unknown size or an unknown shape.",
}
_DTYPE: Schema = {"type": ["string", "null"], "description": "The value of `tf.DType.name`."}
_CERTAINTY: Schema = {
    "enum": [one.value for one in Certainty],
    "description": "`definite`: the program does this when it is run. `possible`: it does so on "
    "some path. `symbolic`: the name has an unknown part in braces.",
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
    "The calls that lead here, outermost first, each with its `function`. The last one is the "
    "place itself.",
)
_VARIABLE = _object(
    {
        "name": _described("string", "The full name, as `v.name` prints it."),
        **_PLACE,
        "api": _described("string", "The call, as the source spells it."),
        "reused": _described("boolean", "Whether the call fetches an existing variable."),
        "certainty": _CERTAINTY,
        "shape": _SHAPE,
        "dtype": _DTYPE,
        "trainable": _described("boolean|null", "Whether it is trained; null if unknown."),
        "parameters": _described("integer|null", "The product of its shape; null if unknown."),
        "slot": _described("boolean", "Whether an optimizer or a moving average created it."),
        "saved": _described("boolean|null", "Whether a `Saver` saves it by default."),
        "partOf": {
            **_object({"name": {"type": "string"}, "shape": _SHAPE}),
            "description": "For a part of a partitioned variable: the whole variable.",
        },
        "program": _described("string", "The program that creates it."),
        "trace": _TRACE,
    },
    ("cell", "partOf"),
)
_DIAGNOSTIC = _object(
    {
        **_PLACE,
        "endLine": {"type": "integer", "minimum": 1, "description": "Where it ends."},
        "endColumn": {"type": "integer", "minimum": 1, "description": "The column after its end."},
        "severity": {
            "enum": [one.value for one in Severity],
            "description": "`error`, `warning`, `information` or `hint`. Unless a setting changes "
            "it, `error` means that TensorFlow will raise an exception there.",
        },
        "code": {"enum": list(RULES), "description": "The rule."},
        "message": _described(
            "string", "What is wrong, in TensorFlow's words if it has a message for it."
        ),
        "certainty": _CERTAINTY,
        "trace": _TRACE,
        "related": _list(
            _object({**_PLACE, "message": {"type": "string"}}),
            "Other places that explain it, each with a `message`.",
        ),
    }
)
_GAP = _object(
    {
        **_PLACE,
        "reason": _described("string", "What could not be followed."),
        "hidesVariables": _described("boolean", "Whether variables may be missing because of it."),
        "shapes": _described("integer", "How many shapes are unknown because of it."),
        "names": _described("integer", "How many names have an unknown part because of it."),
    }
)
_WAITING = _object(
    {
        "function": _described(
            "string", "A function that creates variables and that nothing calls."
        ),
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
                "schema": {
                    "const": 1,
                    "description": "Increases when a key is removed or changes.",
                },
                "variables": _list(
                    _VARIABLE, "One for each pair of call and name, in order of creation."
                ),
                "diagnostics": _list(_DIAGNOSTIC, "The findings, sorted by place."),
                "gaps": _list(_GAP, "What could not be followed, costliest first."),
                "waiting": _list(_WAITING, "Functions for which `--call` would list more."),
            }
        ),
    }


def comparison() -> Schema:
    """The schema of ``diff --format json``."""
    item = _object(
        {
            "name": _described("string", "The name of the variable."),
            "shape": _SHAPE,
            "dtype": _DTYPE,
            "key": _described("string", "The key in the checkpoint, if it differs from the name."),
            **_PLACE,
        },
        _ABSENT,
    )
    pairs = _object({"old": item, "new": item})
    side = _object(
        {
            "name": _described("string", "The argument as it was given."),
            "kind": _described(
                "string", "What it is: a program, a checkpoint, a listing and so on."
            ),
            "complete": _described("boolean", "Whether all of its variables are known."),
            "notes": _list({"type": "string"}, "Remarks about it."),
            "folded": _described(
                "integer", "The number of slots and similar variables that were not compared."
            ),
        }
    )
    cause = _object(
        {
            "summary": _described("string", "The change in words."),
            "known": _described(
                "string|null", "The change in TensorFlow that explains it, if that is known."
            ),
            "changes": _list(
                _object({"old": {"type": "string"}, "new": {"type": "string"}}),
                "Parts of names before and after the change.",
            ),
            "variables": _list(
                {"type": "string"}, "The old names of the variables that it renames."
            ),
        }
    )
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "What scope-lsp diff prints with --format json",
        **_object(
            {
                "schema": {
                    "const": 1,
                    "description": "Increases when a key is removed or changes.",
                },
                "old": {**side, "description": "The first argument, and how it was read."},
                "new": {**side, "description": "The second argument, and how it was read."},
                "differs": _described("boolean", "Whether the exit code is 1."),
                "summary": _described("string", "The first line of the text."),
                "causes": _list(cause, "How the names changed, the widest change first."),
                "same": _list(pairs, "Variables that are on both sides."),
                "renamed": _list(pairs, "Variables that were probably renamed."),
                "otherShape": _list(pairs, "Variables with another shape."),
                "otherDtype": _list(pairs, "Variables with another dtype."),
                "onlyOld": _list(item, "Variables that only the old side has."),
                "onlyNew": _list(item, "Variables that only the new side has."),
                "doubtful": _list(item, "Variables that a program only possibly creates."),
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
            **schema_of(setting),
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

`names`, `check` and `diff` print one JSON document with `--format json`. Schemas define its form,
and the tests check the output of the commands against them:

| schema | for |
|---|---|
| [listing.schema.json](listing.schema.json) | `scope-lsp names` and `scope-lsp check` |
| [comparison.schema.json](comparison.schema.json) | `scope-lsp diff` |
| [settings.schema.json](settings.schema.json) | `[tool.scope-lsp]` of a `pyproject.toml` |

The number in the key `schema` increases when a key is removed or changes its meaning. New keys may
be added without that.

```console
$ scope-lsp names examples/siamese.py --format json | grep -o '"name": "[^"]*"' | sort -u
"name": "distance/scale:0"
"name": "distance/scale_1:0"
"name": "embed/code/bias:0"
"name": "embed/code/kernel:0"
"name": "embed/dense/bias:0"
"name": "embed/dense/kernel:0"
```

A *place* has the keys `file`, `line` and `column`, and in a notebook also `cell`. Lines and columns
are counted from 1, and columns in characters (code points). Every item of `variables`,
`diagnostics` and `gaps` is a place, and so is every item of `trace` and `related`: these keys are
not repeated below. A function that waits has no `column`.
"""
_PAIRS = """
An item of `same`, `renamed`, `otherShape` or `otherDtype` has the keys `old` and `new`, each with a
variable of that side. An item of `onlyOld`, `onlyNew` or `doubtful` is a variable.
A variable of a program is a place too.
"""
_HEADINGS = {
    "old": "The sides `old` and `new` of a comparison",
    "causes": "An item of `causes`",
    "onlyOld": "A variable of a comparison",
}


def as_file(schema: Schema) -> str:
    """The text of a schema's file."""
    return json.dumps(schema, indent=1, ensure_ascii=False) + "\n"


def text() -> str:
    """The page."""
    parts = [_BEGINNING, "\n## A listing\n\n", _table(listing())]
    for key in ("variables", "diagnostics", "gaps", "waiting"):
        parts += [f"\n## An item of `{key}`\n\n", _table(_within(listing(), key))]
    whole = comparison()
    parts += ["\n## A comparison\n\n", _table(whole), _PAIRS]
    for key in ("old", "causes", "onlyOld"):
        parts += [f"\n## {_HEADINGS[key]}\n\n", _table(_within(whole, key))]
    return "".join(parts)


def _within(schema: Schema, key: str) -> Schema:
    """What is under a key, or each item of the list that is there."""
    found: Schema = schema["properties"][key]
    item: Schema = found.get("items", found)
    return item


def _table(schema: Schema) -> str:
    lines = ["| key | type | meaning |", "|---|---|---|"]
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
