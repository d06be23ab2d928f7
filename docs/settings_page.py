"""The page of settings, made from the one list of them; what needs more words stands here."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from scope_lsp.settings import Setting, all_settings, kebab

PAGE = Path(__file__).parent / "configuration.md"
_BEGINNING = """\
# Settings

An editor sends them in the section `scopeLsp`, under the names on this page ([how each editor
does](editors/README.md)). A project has them in its `pyproject.toml`, for every editor and for the
command line, under the same names in kebab-case; where both set one, the editor's wins:

```toml
[tool.scope-lsp]
entry-points = ["train.py", "experiments/*.py"]
extra-paths = ["lib"]
tensorflow-version = "1"
exclude = ["third_party", "*_pb2.py"]

[tool.scope-lsp.diagnostics.severity]
variable-renamed = "warning"
name-scope-ignored = "off"

[tool.scope-lsp.per-file-ignores]
"tests/**" = ["not-shared"]
```

A change counts at once. An unknown name or a value that makes no sense is reported once, by its
name, and ignored. Relative paths start at the folder of the `pyproject.toml`, or at the first
folder of the workspace.

## Glob patterns

`exclude`, `per-file-ignores`, `entry-points` and `--exclude` speak the language of `.gitignore`.
A name alone (`tests`, `*.py`) fits at any depth; a pattern with a slash in it (`jobs/*.py`,
`/setup.py`) starts at the folder that relative paths start from. `*` and `?` do not cross a slash,
`**` does; the pattern of a folder fits all that is in it; `!` in front takes back what a pattern
before it said.

The file `settings.py` of the package is the list from which this page is made.
"""
_MORE: Mapping[str, str] = {
    "inlayHints.maximumLength": """\
The last part of a name stays visible; the hover has all of it. VS Code cuts the hints of a line at
43 characters by itself; terminals draw them in full, so that 0 suits them.""",
    "diagnostics.severity": """\
The codes are those that stand behind a diagnostic; `scope-lsp explain CODE` says what each is
about, and [a page](../scope_lsp/rules/documentation.md) has all of them. A comment
`# scope: ignore[CODE]` silences one line.""",
    "select": """\
The codes are those of `diagnostics.severity`. `--select` of the command line stands in for both
`select` and `ignore`; a rule whose severity is `off` stays off.""",
    "ignore": """\
`--ignore` of the command line adds to it.""",
    "perFileIgnores": """\
It is the file in which a finding is shown that counts, not the program that leads there.""",
    "exclude": """\
A file that the command line names outright is read all the same. What an excluded file does is
followed where a program imports it. Folders that hold no source of the project (`build`, `dist`,
`node_modules`, hidden ones, virtual environments) are left out without being named. `--exclude` of
the command line adds to it.""",
    "respectGitignore": """\
So do the `.gitignore` files of all folders from the top of the repository down, and its
`.git/info/exclude`. A folder that git ignores can be named outright.""",
    "extraPaths": """\
Imports are looked up beside the program that runs, then in these folders, then in the workspace's
own. Write here what a launcher puts into `PYTHONPATH`. `--path` of the command line adds to it.""",
    "stubPaths": """\
A stub is a small module in plain Python that says what a library builds; it is used instead of the
library of that name. [user-stubs.md](user-stubs.md) shows how to write one.""",
    "environment": """\
A folder made by `venv`, `virtualenv` or conda, or the path of a Python, whose packages are then
looked up; `~` may be used. Nothing in it is run. Without the setting it is, in this order, the one
that the editor hands on (VS Code: the interpreter of the Python extension) in the variable
`SCOPE_LSP_ENVIRONMENT`, that of `VIRTUAL_ENV` or `CONDA_PREFIX`, and a virtual environment that
lies directly in the project (`.venv`, `venv`, `env`, or any other name). What lies beside
scope-lsp itself, in an extension or in the system's Python, never counts. The item in VS Code's
status bar, `scope-lsp check -v` and `scope-lsp names -v` say which one is used, and why.

Large packages that make no variables (SciPy, pandas, OpenCV, PyTorch ...) are not interpreted even
where they are installed: what they return is unknown. The list `not_interpreted` in the
[stubs' metadata](../scope_lsp/stubs/METADATA.toml) has them; one that lies in the workspace is.""",
    "entryPoints": """\
Which names a file of helpers gives depends on the program that calls it. So its names are shown as
the workspace's programs, those that this setting names, make them.
[what-is-run.md](what-is-run.md) tells the rest.""",
    "tensorflowVersion": """\
The same line, `import tensorflow as tf`, means graphs and names with version 1 and eager execution
without them with version 2. `auto` decides for each program by what it uses; where that guesses
wrong, say which it is.""",
    "analysis.timeout": """\
On the command line the exit code is then 2. What was found until then is shown, and the diagnostic
`unfinished` says where the run was; please report such a program.""",
}


def text() -> str:
    """The page."""
    return "\n".join([_BEGINNING, *map(_section, all_settings())])


def _section(setting: Setting) -> str:
    more = _MORE.get(setting.key)
    return "\n".join(
        [
            f"## `{setting.key}`",
            "",
            setting.doc,
            *(["", more] if more else []),
            "",
            f"- Value: {setting.kind.expected}. Default: {_default(setting)}.",
            f"- In `pyproject.toml`: `{kebab(setting.key)}`",
            "",
        ]
    )


def _default(setting: Setting) -> str:
    return "not set" if setting.default is None else f"`{json.dumps(setting.default)}`"
