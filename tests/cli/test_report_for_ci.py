"""The reports that code hosts read: SARIF, and the workflow commands of GitHub."""

from __future__ import annotations

import io
import json
import xml.etree.ElementTree as ElementTree
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from scope_lsp.analysis.result import Analysis, Certainty
from scope_lsp.cli.console import Paint
from scope_lsp.cli.fingerprints import fingerprints
from scope_lsp.cli.listing import Listing, Program
from scope_lsp.cli.report import format_called
from scope_lsp.rules import registry
from tests.support.made import PROGRAM, chain, error, problem

PLAIN = Paint(io.StringIO())


@pytest.fixture(autouse=True)
def working_directory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.getcwd", lambda: "/project")
    for name in ("GITHUB_WORKSPACE", "CI_PROJECT_DIR"):
        monkeypatch.delenv(name, raising=False)


def report(name: str, *, path: str = PROGRAM) -> str:
    analysis = Analysis(
        PROGRAM,
        errors=(
            error(9, trace=chain(4, 9), created_at=chain(2)),
            error(8, certainty=Certainty.POSSIBLE),
        ),
        problems=(problem(6, "budget", "stopped after 5 seconds"),),
    )
    findings = [
        replace(finding, span=replace(finding.span, path=path))
        for finding in registry.run(analysis, lambda path: None)
    ]
    return format_called(name).check(Listing((), tuple(findings)), PLAIN)


def test_sarif() -> None:
    document: dict[str, Any] = json.loads(report("sarif"))
    (run,) = document["runs"]
    assert document["version"] == "2.1.0"
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["originalUriBaseIds"] == {"%SRCROOT%": {"uri": "file:///project/"}}
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["variable-exists", "unfinished"]
    assert rules[0]["shortDescription"]["text"].endswith("that is already taken.")
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    assert [result["level"] for result in run["results"]] == ["note", "warning", "error"]
    last = run["results"][-1]
    assert last["message"]["text"] == "Variable w already exists, disallowed."
    assert last["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "train.py", "uriBaseId": "%SRCROOT%"},
                "region": {"startLine": 9, "startColumn": 1, "endLine": 9, "endColumn": 11},
            }
        }
    ]
    first, caller = last["relatedLocations"]
    assert first["message"]["text"] == "w:0 was first created here"
    assert caller["physicalLocation"]["region"]["startLine"] == 4


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("/project/a b/ü.py", "a%20b/%C3%BC.py"),
        ("/elsewhere/a b.py", "file:///elsewhere/a%20b.py"),
    ],
)
def test_sarif_spells_paths_as_uris(path: str, uri: str) -> None:
    (run,) = json.loads(report("sarif", path=path))["runs"]
    artifact = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert artifact["uri"] == uri and ("uriBaseId" in artifact) == (not uri.startswith("file:"))


def test_sarif_of_nothing_is_a_run_without_results() -> None:
    (run,) = json.loads(format_called("sarif").check(Listing((), ()), PLAIN))["runs"]
    assert run["results"] == [] and run["tool"]["driver"]["rules"] == []


def test_github() -> None:
    first, second, third = report("github").splitlines()
    assert first.startswith("::notice title=scope-lsp (unfinished),file=train.py,line=6,")
    assert second.startswith("::warning ") and "::train.py:8:1: This may fail: " in second
    assert third == (
        "::error title=scope-lsp (variable-exists),file=train.py,line=9,col=1,endLine=9,"
        "endColumn=11::train.py:9:1: Variable w already exists, disallowed. [variable-exists]"
        "%0Atrain.py:2:1: w:0 was first created here%0Atrain.py:4:1: called from here"
    )


def test_github_escapes_what_would_end_a_property() -> None:
    (line, *_) = report("github", path="/a,b:100%.py").splitlines()
    assert ",file=/a%2Cb%3A100%25.py,line=" in line


def test_github_of_nothing_is_nothing() -> None:
    assert format_called("github").check(Listing((), ()), PLAIN) == ""


@pytest.mark.parametrize("name", ["GITHUB_WORKSPACE", "CI_PROJECT_DIR"])
def test_paths_start_at_the_top_of_the_repository(
    monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv(name, "/")
    assert "file=project/train.py," in report("github")
    assert json.loads(report("gitlab"))[0]["location"]["path"] == "project/train.py"


def test_the_top_of_the_repository_is_where_git_is(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "jobs").mkdir()
    assert ",file=jobs/a.py," in report("github", path=str(tmp_path / "jobs" / "a.py"))


def test_gitlab() -> None:
    issues = json.loads(report("gitlab"))
    assert [issue["severity"] for issue in issues] == ["info", "minor", "major"]
    assert issues[2] == {
        "description": "Variable w already exists, disallowed.",
        "check_name": "variable-exists",
        "fingerprint": issues[2]["fingerprint"],
        "severity": "major",
        "location": {"path": "train.py", "lines": {"begin": 9, "end": 9}},
    }
    assert len({issue["fingerprint"] for issue in issues}) == 3
    assert json.loads(format_called("gitlab").check(Listing((), ()), PLAIN)) == []


def test_fingerprints_outlive_edits_elsewhere() -> None:
    found = registry.run(Analysis(PROGRAM, errors=(error(3), error(8), error(9))), lambda _: None)
    lines = {3: "a()", 8: "b()", 9: "  b()"}
    before = fingerprints(found, str, lambda span: lines[span.line])
    moved = registry.run(Analysis(PROGRAM, errors=(error(5), error(6))), lambda _: None)
    lines = {5: "\tb()", 6: "b()"}
    after = fingerprints(moved, str, lambda span: lines[span.line])
    assert len(set(before)) == 3 and after == before[1:]
    (run,) = json.loads(report("sarif"))["runs"]
    prints = [result["partialFingerprints"]["scopeLsp/v1"] for result in run["results"]]
    assert prints == [issue["fingerprint"] for issue in json.loads(report("gitlab"))]


def test_junit() -> None:
    document = ElementTree.fromstring(report("junit").encode())
    assert (document.tag, document.attrib["tests"], document.attrib["failures"]) == (
        "testsuites",
        "3",
        "2",
    )
    (suite,) = document
    assert suite.attrib == {"name": "train.py", "tests": "3", "failures": "2"}
    told, _, failed = suite
    assert [child.tag for child in told] == ["system-out"]
    (failure,) = failed
    assert failed.attrib["name"] == "variable-exists" and failed.attrib["line"] == "9"
    assert failure.attrib["message"] == "Variable w already exists, disallowed."
    assert (failure.text or "").splitlines()[1] == "train.py:2:1: w:0 was first created here"


def test_junit_of_a_file_without_findings_is_a_test_that_passed() -> None:
    listing = Listing((Program(PROGRAM, ()),), ())
    document = ElementTree.fromstring(format_called("junit").check(listing, PLAIN).encode())
    assert (document.attrib["tests"], document.attrib["failures"]) == ("1", "0")
    assert [case.attrib["name"] for case in document.iter("testcase")] == ["no problems"]
