"""Settings: one list, two spellings; invalid ones are reported and ignored."""

from __future__ import annotations

from typing import Any

import pytest

from scope_lsp import settings
from scope_lsp.settings import Settings, all_settings, from_editor, from_pyproject, kebab, merge

CODES = ("variable-exists", "scope-error")


def test_the_names_are_those_of_the_documentation() -> None:
    assert {setting.key for setting in all_settings()} == {
        "inlayHints.enable",
        "inlayHints.variables",
        "inlayHints.scopes",
        "inlayHints.ops",
        "inlayHints.calls",
        "inlayHints.maximumLength",
        "inlayHints.outputSuffix",
        "diagnostics.enable",
        "diagnostics.mode",
        "diagnostics.severity",
        "select",
        "ignore",
        "perFileIgnores",
        "exclude",
        "respectGitignore",
        "codeLens.enable",
        "codeLens.functions",
        "codeLens.scopes",
        "extraPaths",
        "stubPaths",
        "environment",
        "entryPoints",
        "notebook.cellOrder",
        "checkpoints",
        "tensorflowVersion",
        "analysis.timeout",
        "trace.server",
    }


def test_every_default_is_a_good_value_of_its_kind() -> None:
    for setting in all_settings():
        if setting.default is not None:
            assert setting.kind.read(setting.default) == setting.default


@pytest.mark.parametrize(
    "data",
    [
        {"inlayHints": {"enable": False, "maximumLength": 60}},
        {"inlayHints.enable": False, "inlayHints.maximumLength": 60},
        {"scopeLsp": {"inlayHints": {"enable": False, "maximumLength": 60}}},
    ],
)
def test_the_editor_may_nest_or_dot(data: dict[str, object]) -> None:
    partial = from_editor(data)
    assert partial.problems == ()
    assert merge(partial) == Settings(inlay_hints_enable=False, inlay_hints_maximum_length=60)


def test_the_project_spells_in_kebab_case() -> None:
    partial = from_pyproject(
        """
        [tool.scope-lsp]
        extra-paths = ["lib", "/abs"]
        tensorflow-version = 1
        inlay-hints.output-suffix = false
        [tool.scope-lsp.diagnostics.severity]
        variable-exists = "warning"
        """,
        folder="/project",
        codes=CODES,
    )
    assert partial.problems == ()
    assert merge(partial) == Settings(
        extra_paths=("/project/lib", "/abs"),
        tensorflow_version="1",
        inlay_hints_output_suffix=False,
        diagnostics_severity={"variable-exists": "warning"},
    )


def test_the_editor_wins_and_severities_are_laid_over_each_other() -> None:
    project = from_pyproject(
        "[tool.scope-lsp]\nanalysis.timeout = 3\n"
        'diagnostics.severity = {variable-exists = "off", scope-error = "hint"}'
    )
    editor = from_editor(
        {"analysis": {"timeout": 9.5}, "diagnostics": {"severity": {"scope-error": "warning"}}}
    )
    merged = merge(project, editor)
    assert merged.analysis_timeout == 9.5
    assert merged.diagnostics_severity == {"variable-exists": "off", "scope-error": "warning"}


@pytest.mark.parametrize("data", [None, {}, {"extraPaths": None}, {"inlayHints": {}}])
def test_nothing_set_is_all_defaults(data: Any) -> None:
    assert from_editor(data) == settings.Partial()
    assert merge(from_editor(data)) == Settings()


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        ({"inlayHint": {"enable": True}}, "scopeLsp.inlayHint: unknown setting"),
        (
            {"tensorflowversion": "1"},
            "scopeLsp.tensorflowversion: unknown setting; did you mean tensorflowVersion?",
        ),
        ({"inlayHints": {"colour": 1}}, "scopeLsp.inlayHints.colour: unknown setting"),
        ({"inlayHints": {"enable": "yes"}}, "scopeLsp.inlayHints.enable: expected true or false"),
        ({"inlayHints": True}, "scopeLsp.inlayHints: unknown setting"),
        (
            {"inlayHints.maximumLength": -1},
            "scopeLsp.inlayHints.maximumLength: expected a whole number, 0 or more",
        ),
        (
            {"analysis": {"timeout": 0}},
            "scopeLsp.analysis.timeout: expected a number of seconds above 0",
        ),
        ({"extraPaths": "lib"}, "scopeLsp.extraPaths: expected a list of folders"),
        (
            {"tensorflowVersion": "3"},
            'scopeLsp.tensorflowVersion: expected one of "auto", "1", "2"',
        ),
        (
            {"diagnostics": {"severity": {"variable-exist": "off"}}},
            "scopeLsp.diagnostics.severity: unknown rule variable-exist",
        ),
        (
            {"diagnostics": {"severity": {"variable-exists": "fatal"}}},
            "scopeLsp.diagnostics.severity: expected a map from rule codes to one of "
            '"error", "warning", "information", "hint", "off", but variable-exists is \'fatal\'',
        ),
        (["a"], "scopeLsp: expected an object"),
    ],
)
def test_a_bad_setting_is_named_and_ignored(data: Any, problem: str) -> None:
    partial = from_editor(data, codes=CODES)
    assert partial.problems == (problem,)
    assert merge(partial) == Settings()


def test_a_bad_setting_costs_no_other() -> None:
    partial = from_editor({"extraPaths": 1, "codeLens": {"enable": False}})
    assert merge(partial) == Settings(code_lens_enable=False)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            "[tool.scope-lsp]\nextra-path = []",
            "p.toml: tool.scope-lsp.extra-path: unknown setting; did you mean extra-paths?",
        ),
        ("[tool]\nscope-lsp = 1", "p.toml: tool.scope-lsp: expected a table"),
    ],
)
def test_problems_of_a_project_name_its_file(text: str, problem: str) -> None:
    assert from_pyproject(text, "p.toml").problems == (problem,)


def test_a_broken_project_file_is_one_problem() -> None:
    (problem,) = from_pyproject("[tool.scope-lsp\n", "p.toml").problems
    assert problem.startswith("p.toml: ")


@pytest.mark.parametrize(
    ("key", "spelled"),
    [
        ("inlayHints.maximumLength", "inlay-hints.maximum-length"),
        ("extraPaths", "extra-paths"),
        ("trace.server", "trace.server"),
    ],
)
def test_kebab_case(key: str, spelled: str) -> None:
    assert kebab(key) == spelled


def test_checkpoints_are_paths_from_the_folder_of_the_settings() -> None:
    text = '[tool.scope-lsp.checkpoints]\n"train.py" = "logs/model.ckpt"\n"*/eval.py" = "/b/m"\n'
    settings = merge(from_pyproject(text, folder="/p"))
    assert settings.checkpoints == {"/p/train.py": "/p/logs/model.ckpt", "/p/*/eval.py": "/b/m"}
    assert merge(from_editor({"checkpoints": {"a.py": "m"}}, "/p")).checkpoints == {
        "/p/a.py": "/p/m"
    }
    (problem,) = from_editor({"checkpoints": ["m"]}).problems
    assert problem.startswith("scopeLsp.checkpoints: expected a map from glob patterns of programs")
