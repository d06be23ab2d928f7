"""Every setting once: its name, type, default and documentation, and how it is read.

Two sources spell the same settings: the editor (section ``scopeLsp``, camelCase) and
``[tool.scope-lsp]`` of ``pyproject.toml`` (kebab-case).  Both become a ``Partial``, which only has
what was set; ``merge`` adds the defaults.  Unknown keys and invalid values are listed in
``Partial.problems`` and otherwise ignored.  There is no disk access: callers pass the text.
"""

from __future__ import annotations

import os.path
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field, fields
from difflib import get_close_matches
from typing import Any

from scope_lsp import globs, toml
from scope_lsp.setting_kinds import (
    BOOLEAN,
    CODES,
    GLOBS,
    LENGTH,
    PATH,
    PATH_MAP,
    PATHS,
    PER_FILE,
    SECONDS,
    SEVERITY_MAP,
    Kind,
    WrongEntry,
    choice,
    holds_null,
    without,
)

SECTION = "scopeLsp"
"""The editor's name for all of this."""
MOST_PROBLEMS = 50
"""The maximum number of reported problems of one source."""
_LONGEST_KEY = 200
_MEANT = 10
"""How many unknown settings are compared with the known ones."""
TABLE = "scope-lsp"
"""The table below ``[tool]`` in ``pyproject.toml``."""


def _setting(key: str, kind: Kind, default: object, doc: str) -> Any:
    metadata = {"key": key, "kind": kind, "doc": doc}
    if isinstance(default, dict):
        return field(default_factory=lambda: dict(default), metadata=metadata)
    return field(default=default, metadata=metadata)


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings, each with a value."""

    inlay_hints_enable: bool = _setting(
        "inlayHints.enable", BOOLEAN, True, "Show hints. The settings below choose which."
    )
    inlay_hints_variables: bool = _setting(
        "inlayHints.variables",
        BOOLEAN,
        True,
        "Show the full names of variables after the calls that create or share them.",
    )
    inlay_hints_scopes: bool = _setting(
        "inlayHints.scopes",
        BOOLEAN,
        True,
        "Show the full name of a scope after the line that opens it, if it differs from the "
        "argument.",
    )
    inlay_hints_ops: bool = _setting(
        "inlayHints.ops",
        BOOLEAN,
        False,
        "In the hint of a variable scope, also show the prefix of its ops if that is another one.",
    )
    inlay_hints_calls: bool = _setting(
        "inlayHints.calls",
        BOOLEAN,
        False,
        "After calls of the program's own functions, show the variables that are created or "
        "shared inside.",
    )
    inlay_hints_maximum_length: int = _setting(
        "inlayHints.maximumLength",
        LENGTH,
        64,
        "Maximum number of characters for all hints of a line together. Longer ones lose `:0`, "
        "then the parts of the names that say the least. 0: no limit.",
    )
    inlay_hints_output_suffix: bool = _setting(
        "inlayHints.outputSuffix", BOOLEAN, True, "Write names with `:0`, as `v.name` prints them."
    )
    diagnostics_enable: bool = _setting(
        "diagnostics.enable", BOOLEAN, True, "Show diagnostics in the editor."
    )
    diagnostics_mode: str = _setting(
        "diagnostics.mode",
        choice("openFilesOnly", "workspace"),
        "openFilesOnly",
        "Which files get diagnostics: those that are open, or all Python files and notebooks of "
        "the workspace.",
    )
    diagnostics_severity: Mapping[str, str] = _setting(
        "diagnostics.severity",
        SEVERITY_MAP,
        {},
        "Severities of rules, or `off`. What only may fail is never shown as an error.",
    )
    select: tuple[str, ...] = _setting(
        "select", CODES, (), "Run only these rules. Empty: all of them."
    )
    ignore: tuple[str, ...] = _setting("ignore", CODES, (), "Do not run these rules.")
    per_file_ignores: Mapping[str, tuple[str, ...]] = _setting(
        "perFileIgnores",
        PER_FILE,
        {},
        "Rules to ignore in the files that match a glob pattern.",
    )
    exclude: tuple[str, ...] = _setting(
        "exclude",
        GLOBS,
        (),
        "Glob patterns of files and folders. The command line skips them when it searches "
        "folders, and editors show no diagnostics for them.",
    )
    respect_gitignore: bool = _setting(
        "respectGitignore",
        BOOLEAN,
        True,
        "Skip the files that a `.gitignore` names when folders are searched.",
    )
    code_lens_enable: bool = _setting(
        "codeLens.enable",
        BOOLEAN,
        True,
        "Show above functions and scopes how many variables and parameters they create. The "
        "settings below choose where.",
    )
    code_lens_functions: bool = _setting(
        "codeLens.functions",
        BOOLEAN,
        True,
        "Show this above functions, and how many sets of weights their calls create.",
    )
    code_lens_scopes: bool = _setting(
        "codeLens.scopes",
        BOOLEAN,
        True,
        "Show this above scopes, unless the function or scope around them creates the same "
        "variables.",
    )
    extra_paths: tuple[str, ...] = _setting(
        "extraPaths", PATHS, (), "Additional folders in which imports are looked up."
    )
    stub_paths: tuple[str, ...] = _setting(
        "stubPaths",
        PATHS,
        (),
        "Folders with your own stubs. They are searched before anything else.",
    )
    environment: str = _setting(
        "environment",
        PATH,
        "",
        "The environment, or its Python, from which programs import packages. Empty: the active "
        "environment, or else one in the project's folder.",
    )
    entry_points: tuple[str, ...] = _setting(
        "entryPoints",
        GLOBS,
        (),
        "Glob patterns of the scripts to run. Empty: those that look like programs.",
    )
    notebook_cell_order: str = _setting(
        "notebook.cellOrder",
        choice("document", "execution"),
        "document",
        "The order of a notebook's cells: from top to bottom, or as they were last run.",
    )
    checkpoints: Mapping[str, str] = _setting(
        "checkpoints",
        PATH_MAP,
        {},
        "Checkpoints to compare programs with: glob patterns of programs, each with the prefix, "
        'the folder or a file of a checkpoint, such as `{"train.py": "logs/model.ckpt"}`. Calls '
        "are marked if the checkpoint lacks their variables or holds them with another shape.",
    )
    tensorflow_version: str = _setting(
        "tensorflowVersion",
        choice("auto", "1", "2"),
        "auto",
        "The TensorFlow version that a plain `import tensorflow` means. `auto`: decide by what the "
        "program uses.",
    )
    analysis_timeout: float = _setting(
        "analysis.timeout",
        SECONDS,
        300.0,
        "Seconds by the clock after which the analysis of a program is stopped. This only guards "
        "against faults of scope-lsp: normally, an analysis is limited by work, not by time.",
    )
    trace_server: str = _setting(
        "trace.server",
        choice("off", "messages", "verbose"),
        "off",
        "Log the messages between editor and server.",
    )


@dataclass(frozen=True, slots=True)
class Partial:
    """What one source set, by field name of ``Settings``, and what was wrong with it."""

    values: Mapping[str, object] = field(default_factory=dict)
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting, for documentation and for reading."""

    field: str
    key: str
    kind: Kind
    default: object
    doc: str


def all_settings() -> tuple[Setting, ...]:
    """Every setting in the order in which people should read them."""
    defaults = Settings()
    return tuple(
        Setting(
            item.name,
            item.metadata["key"],
            item.metadata["kind"],
            getattr(defaults, item.name),
            item.metadata["doc"],
        )
        for item in fields(Settings)
    )


def schema(of: Callable[[Setting], dict[str, Any]]) -> dict[str, dict[str, object]]:
    """Every setting as an editor's manifest describes it: JSON schema by dotted key.

    ``of`` gives the JSON schema of a setting's value.
    """
    found = {}
    for setting in all_settings():
        entry = of(setting)
        if setting.default is None:
            entry["type"] = [entry["type"], "null"]
        entry["default"] = (
            list(setting.default) if isinstance(setting.default, tuple) else setting.default
        )
        entry["markdownDescription"] = setting.doc
        found[f"{SECTION}.{setting.key}"] = entry
    return found


def kebab(key: str) -> str:
    """The spelling of an editor's key in ``pyproject.toml``."""
    return re.sub(r"(?<=[a-z0-9])([A-Z])", r"-\1", key).lower()


def from_editor(data: object, folder: str = "", codes: Collection[str] = ()) -> Partial:
    """Read what an editor sends, nested or with dotted keys, with or without the section's name.

    Relative paths start at ``folder``.  ``codes`` are the existing rules (empty: any).
    """
    if data is None:
        return Partial()
    if not isinstance(data, Mapping):
        return Partial({}, (f"{SECTION}: expected an object",))
    inner = data.get(SECTION)
    return _read(inner if isinstance(inner, Mapping) else data, str, SECTION, folder, codes)


def has_table(text: str) -> bool:
    """Whether the text of a ``pyproject.toml`` seems to contain settings of ours."""
    return TABLE in text


def from_pyproject(
    text: str, file: str = "pyproject.toml", folder: str = "", codes: Collection[str] = ()
) -> Partial:
    """Read ``[tool.scope-lsp]`` from the text of a ``pyproject.toml``."""
    try:
        data = toml.loads(text)
    except ValueError as error:
        return Partial({}, (f"{file}: {error}",))
    tool = data.get("tool")
    table = tool.get(TABLE) if isinstance(tool, Mapping) else None
    if table is None:
        return Partial()
    if not isinstance(table, Mapping):
        return Partial({}, (f"{file}: tool.{TABLE}: expected a table",))
    return _read(table, kebab, f"{file}: tool.{TABLE}", folder, codes)


def merge(*sources: Partial) -> Settings:
    """Merge sources over the defaults; later ones win, severities rule by rule."""
    values: dict[str, Any] = {}
    for source in sources:
        for name, value in source.values.items():
            if isinstance(value, Mapping):
                value = {**values.get(name, {}), **value}
            values[name] = value
    return Settings(**values)


def _read(
    data: Mapping[str, object],
    spell: Callable[[str], str],
    prefix: str,
    folder: str,
    codes: Collection[str],
) -> Partial:
    known = {spell(setting.key): setting for setting in all_settings()}
    groups = {key[: key.index(".")] for key in known if "." in key}
    values: dict[str, object] = {}
    problems: list[str] = []
    for key, raw in _flatten(data, "", known, groups):
        setting = known.get(key)
        if setting is None:
            # A file may have any number of keys, and the search takes time.
            compared = known if len(problems) < _MEANT else ()
            close = get_close_matches(key[:_LONGEST_KEY], compared, n=1, cutoff=0.85)
            meant = f"; did you mean {close[0]}?" if close else ""
            problems.append(f"{prefix}.{key[:_LONGEST_KEY]}: unknown setting{meant}")
            continue
        if raw is None or (setting.kind is PATH and raw == ""):  # what editors send for "not set"
            continue
        try:
            value = setting.kind.read(raw)
        except (ValueError, OverflowError) as error:
            wrong = f", but {error}" if isinstance(error, WrongEntry) else ""
            problems.append(f"{prefix}.{key}: expected {setting.kind.expected}{wrong}")
            continue
        if holds_null(value):
            problems.append(f"{prefix}.{key}: a null byte in it")
            continue
        if setting.kind.codes is not None and codes:
            unknown = set(setting.kind.codes(value)) - set(codes)
            problems += [f"{prefix}.{key}: unknown rule {code}" for code in unknown]
            value = without(value, unknown)
        if setting.kind is GLOBS and isinstance(value, tuple):
            value = tuple(globs.anchored(item, folder) for item in value)
        if setting.kind is PER_FILE and isinstance(value, dict):
            value = {globs.anchored(item, folder): found for item, found in value.items()}
        if setting.kind.is_path and isinstance(value, tuple):
            value = tuple(os.path.join(folder, item) for item in value)
        if setting.kind is PATH_MAP and isinstance(value, dict):
            value = {
                os.path.join(folder, glob): os.path.join(folder, path)
                for glob, path in value.items()
            }
        if setting.kind is PATH and isinstance(value, str) and not value.startswith("~"):
            value = os.path.join(folder, value)
        values[setting.field] = value
    problems.sort()
    if len(problems) > MOST_PROBLEMS:
        problems[MOST_PROBLEMS:] = [f"{prefix}: {len(problems) - MOST_PROBLEMS} more problems"]
    return Partial(values, tuple(problems))


def _flatten(
    data: Mapping[str, object], above: str, known: Collection[str], groups: Collection[str]
) -> Iterator[tuple[str, object]]:
    for key, value in data.items():
        full = f"{above}{key}"
        if full not in known and full in groups and isinstance(value, Mapping):
            yield from _flatten(value, f"{full}.", known, groups)
        else:
            yield full, value
