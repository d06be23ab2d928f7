"""The JSON output of the commands conforms to its schemas."""

from __future__ import annotations

import io
import json
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from docs import json_page
from scope_lsp.__main__ import main
from scope_lsp.settings import from_pyproject
from tests.docs.pages import ROOT

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

PROGRAMS = (
    "examples/siamese.py",
    "examples/forgotten_reuse.py",
    "examples/passes.ipynb",
    "examples/recommender/train.py",
)
_PARTIAL = """
import company
import tensorflow as tf

x = company.layer()

def build():
    tf.get_variable("w", [3])
"""


def printed(*arguments: str) -> Any:
    out = io.StringIO()
    with redirect_stdout(out), redirect_stderr(io.StringIO()):
        main(arguments)
    return json.loads(out.getvalue())


@pytest.mark.parametrize("schema", json_page.SCHEMAS.values())
def test_the_schemas_are_schemas(schema: Any) -> None:
    jsonschema.validators.validator_for(schema()).check_schema(schema())


@pytest.mark.parametrize("command", ["names", "check"])
def test_listings(command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    schema = json_page.closed(json_page.listing())
    for program in PROGRAMS:
        found = printed(command, program, "--format", "json")
        jsonschema.validate(found, schema)
    assert any("partOf" in variable for variable in found["variables"])


def test_a_listing_with_gaps_and_a_function_that_waits(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("builders.py").write_text(_PARTIAL)
    found = printed("names", "builders.py", "--format", "json")
    jsonschema.validate(found, json_page.closed(json_page.listing()))
    assert found["gaps"]
    assert found["waiting"]


def test_comparisons(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    sides = ("examples/pretrained/model.ckpt", "examples/finetune.py")
    for options in ((), ("--slots",), ("--ignore", "*/logits/*")):
        found = printed("diff", *sides, *options, "--format", "json")
        jsonschema.validate(found, json_page.closed(json_page.comparison()))
        assert found["renamed"]


def test_a_document_of_another_form_is_none() -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"schema": 1, "variables": [{"name": 3}]}, json_page.listing())


def test_the_settings_of_the_example_fit_their_schema() -> None:
    text = (ROOT / "docs" / "configuration.md").read_text(encoding="utf-8")
    shown = text.split("```toml\n")[1].split("```")[0]
    table = tomllib.loads(shown)["tool"]["scope-lsp"]
    jsonschema.validate(table, json_page.settings())
    assert from_pyproject(shown).problems == ()
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"no-such-setting": 1}, json_page.settings())
