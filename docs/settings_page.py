"""The page of settings, made from the one list of them; what needs more words stands here."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from scope_lsp.settings import Setting, all_settings, kebab

PAGE = Path(__file__).parent / "configuration.md"
_BEGINNING = """\
# Settings

In an editor, settings are in the section `scopeLsp`, under the names on this page ([how to set them
in each editor](editors/README.md)). In a project, they are in `pyproject.toml`, where every editor
and the command line find them, under the same names in kebab-case. If both set one, the editor's
value is used:

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

Changes take effect immediately. An unknown setting or an invalid value is reported once and
ignored. Paths are relative to the folder of the `pyproject.toml`, or to the first folder of the
workspace.

## Glob patterns

`exclude`, `per-file-ignores`, `entry-points` and `--exclude` use the syntax of `.gitignore`. A
pattern without a slash (`tests`, `*.py`) matches at any depth. A pattern with a slash (`jobs/*.py`,
`/setup.py`) is relative to the folder described above. `*` and `?` do not match a slash, but `**`
does. The pattern of a folder matches everything in it. A pattern that begins with `!` cancels an
earlier match.

This page is generated from the file `settings.py` of the package.
"""
_MORE: Mapping[str, str] = {
    "inlayHints.maximumLength": """\
The indices of loops and the last part of a name stay visible longest. Many names are counted
instead (`12 × batch norm`), and the hover shows all of them. VS Code cuts off hints itself, by
`editor.inlayHints.maximumLength`: the extension sets that to 64 for Python. Terminals show hints in
full, so use 0 there.""",
    "inlayHints.ops": """\
TensorFlow gives each scope two prefixes: one for `tf.get_variable` and layers, one for ops and
`tf.Variable`. With this setting, a scope that is opened twice shows
`embed/ · ops {embed,embed_1}/`. The hover always shows both. A name scope only has the prefix of
ops, which is its hint.""",
    "inlayHints.calls": """\
`conv2d(x, 64, name="h0")` then shows `discriminator/h0/{w,biases}:0`. This is useful if a model is
built from helpers in another file.""",
    "diagnostics.mode": """\
With `workspace`, every Python file and notebook is analysed in the background, as `scope-lsp check`
does, and again when a file that it reads has changed. `exclude` and `.gitignore` leave files out.
The search for symbols then finds the variables of these programs too. What is found in a notebook
that is not open is shown at the beginning of its file, and the message says which cell and line it
is about. On the command line, this setting has no effect.""",
    "diagnostics.severity": """\
The code of a rule is shown with each diagnostic. `scope-lsp explain CODE` explains it, and
[Rules](../scope_lsp/rules/documentation.md) lists all of them. To silence a single line, use the
comment `# scope: ignore[CODE]`.

Only the command line reports `syntax-error`, so its severity has no effect in an editor.""",
    "select": """\
The codes are those of `diagnostics.severity`. The option `--select` replaces both `select` and
`ignore`. A rule whose severity is `off` stays off.""",
    "ignore": """\
The option `--ignore` adds to it.""",
    "perFileIgnores": """\
What counts is the file in which a finding is shown, not the program that leads there.""",
    "exclude": """\
A file that you name on the command line is still read, and a program that imports an excluded file
still runs it. Folders that hold no source of the project (`build`, `dist`, `node_modules`, hidden
folders, virtual environments) are always skipped. The option `--exclude` adds to this setting.""",
    "respectGitignore": """\
The `.gitignore` files of all folders from the top of the repository down count, and so does its
`.git/info/exclude`. You can still name an ignored folder on the command line.""",
    "extraPaths": """\
Imports are looked up next to the program that runs, then in these folders, then in the folders of
the workspace and in the folder `src` of each. Put here what a launcher adds to `PYTHONPATH`. The
option `--path` adds to it.""",
    "stubPaths": """\
A stub is a small module in plain Python that creates the same variables as a library. It is used
instead of the library with that name. [Stubs of your own](user-stubs.md) shows how to write
one.""",
    "environment": """\
A folder made by `venv`, `virtualenv` or conda, or the path of its Python. `~` may be used. Nothing
in it is run. Without this setting, the first of these is used:

1. the environment that the editor passes in the variable `SCOPE_LSP_ENVIRONMENT` (in VS Code, the
   interpreter selected in the Python extension),
2. the environment of `VIRTUAL_ENV` or `CONDA_PREFIX`,
3. a virtual environment directly in the project (`.venv`, `venv`, `env`, or any other name).

The packages of the Python that runs scope-lsp itself are never used. The item in VS Code's status
bar, `scope-lsp check -v` and `scope-lsp names -v` show which environment is used, and why.

Large packages that create no variables (SciPy, pandas, OpenCV, PyTorch and so on) are not
interpreted even if they are installed: what they return is unknown. The list `not_interpreted` in
the [stubs' metadata](../scope_lsp/stubs/METADATA.toml) names them. A package in the workspace is
always interpreted.""",
    "entryPoints": """\
The names in a helper file depend on the program that imports it. So the editor shows the names that
the programs of the workspace give it, and this setting says which programs. Without the setting, or
if none of the named programs imports the file, those are scripts and modules that nothing imports.

On the command line, the setting says which programs `names FOLDER` and `lock FOLDER` list. Without
it, they list all notebooks and the scripts with a `__main__` guard, or if no script has one, the
scripts directly in the folder. See [What is run](what-is-run.md).""",
    "notebook.cellOrder": """\
With `execution`, the cells that were run come first, in the order in which each was last run, and
the other cells follow from top to bottom. Hints and diagnostics then describe the graph in your
kernel, and not the one that somebody gets who runs the notebook from the start. The editor must
tell the order: VS Code does. On the command line, this setting has no effect.""",
    "tensorflowVersion": """\
With version 1, `import tensorflow as tf` means graphs and names. With version 2, it means eager
execution without names. `auto` decides for each program by what it uses. If it is wrong, set the
version.""",
    "analysis.timeout": """\
What was found before is shown, and the diagnostic `unfinished` says where the run was. On the
command line, the exit code is then 2. Please report such a program.""",
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
