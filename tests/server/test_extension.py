"""The extension for VS Code starts only what it may, and says what it does not do."""

from __future__ import annotations

import json
import re

from docs.features_page import EXPERIMENTAL
from tests.editors.vscode.manifest import FOLDER, OWN, package


def test_a_folder_that_is_not_trusted_cannot_say_which_program_is_started() -> None:
    found = package()
    untrusted = found["capabilities"]["untrustedWorkspaces"]
    assert untrusted["supported"] == "limited"
    assert set(OWN) <= set(untrusted["restrictedConfigurations"])
    properties = found["contributes"]["configuration"]["properties"]
    assert {properties[key]["scope"] for key in OWN} == {"machine-overridable"}


def test_it_starts_with_python_files_only() -> None:
    assert package()["activationEvents"] == ["onLanguage:python"]


def test_every_command_that_is_offered_is_there() -> None:
    source = (FOLDER / "src" / "extension.ts").read_text(encoding="utf-8")
    for command in package()["contributes"]["commands"]:
        assert f'command("{command["command"].removeprefix("scopeLsp.")}"' in source


def test_what_it_can_do_beyond_the_protocol_is_documented() -> None:
    source = (FOLDER / "src" / "server.ts").read_text(encoding="utf-8")
    assert sorted(re.findall(r"^ +(scopeLsp\w+): true,$", source, re.MULTILINE)) == sorted(
        EXPERIMENTAL
    )


def test_the_lock_file_names_no_registry() -> None:
    lock = json.loads((FOLDER / "package-lock.json").read_text(encoding="utf-8"))
    assert [name for name, entry in lock["packages"].items() if "resolved" in entry] == []
