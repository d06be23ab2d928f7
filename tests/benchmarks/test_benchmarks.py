"""The benchmark measures what it says, and its page holds the figures.  No test of seconds."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks import cases, commands, counts, page, processes, programs, servers, session
from benchmarks.__main__ import main, wanted
from benchmarks.documents import Document, Notebook
from benchmarks.results import Results, read
from scope_lsp.analysis.analyze import Snapshot, analyze

ROOT = Path(__file__).parents[2]
on_linux = pytest.mark.skipif(not processes.available(), reason="needs /proc")


@pytest.mark.parametrize("lines", [40, 300, 1_000])
def test_programs_have_their_length_and_make_variables(lines: int) -> None:
    text = programs.program(lines)
    assert text == programs.program(lines)
    assert text.count("\n") == lines
    ast.parse(text)
    variables = analyze(Snapshot("/made/model.py", text)).variables
    names = {variable.name for variable in variables}
    assert "block_0/attention/query/kernel:0" in names
    assert len(names) == len(variables) == 6 * text.count("def block_") > 0
    assert {variable.certainty for variable in variables} == {"definite"}


def test_the_workspace(tmp_path: Path) -> None:
    opened = programs.workspace(tmp_path, files=100)
    files = list(tmp_path.rglob("*.py"))
    assert len(files) == 100
    assert opened in files
    texts = [file.read_text(encoding="utf-8") for file in files]
    assert sum("import tensorflow" in text for text in texts) == 30
    script = tmp_path / "train_0.py"
    analysis = analyze(Snapshot(str(script), script.read_text(encoding="utf-8")))
    names = {variable.name for variable in analysis.variables}
    assert "first/block_9/output/dense/bias:0" in names


def test_keys_go_into_the_name_of_a_variable(tmp_path: Path) -> None:
    document = Document(tmp_path / "a.py", programs.program(300))
    place = document.place
    told = document.edit(place.line, place.name_end, place.name_end, "s")
    assert 'tf.get_variable("kernels", ' in document.lines[place.line]
    (change,) = told["params"]["contentChanges"]
    assert change["text"] == "s"
    assert document.lines[place.line][place.call :].startswith("et_variable(")
    document.edit(place.line, place.name_end, place.name_end + 1, "")
    document.break_line(place.line, "    ")
    document.drop_line(place.line)
    assert "\n".join(document.lines) == programs.program(300)


def test_a_notebook_is_edited_in_its_middle(tmp_path: Path) -> None:
    notebook = Notebook(tmp_path / "a.ipynb", programs.notebook())
    assert len(notebook.opening()["params"]["cellTextDocuments"]) == 60
    told = notebook.edit(notebook.place.line, notebook.place.name_end, notebook.place.name_end, "s")
    (text,) = told["params"]["change"]["cells"]["textContent"]
    assert text["document"]["uri"].endswith("#c30")


@on_linux
@pytest.mark.parametrize("name", ["300 lines", "notebook of 10 cells"])
def test_the_bare_server_is_measured(tmp_path: Path, name: str) -> None:
    (case,) = (case for case in cases.made(tmp_path, quick=True) if case.name == name)
    floor = servers.found()[0]
    effort = session.Effort(keys=2, typed=10, edits=20)
    measured = session.run(floor, case, effort)
    assert isinstance(measured, dict), measured
    assert len(measured["key to fresh hints"]) == len(measured["key to fresh hover"]) == 2
    assert len(measured["typing"]) == 10
    assert measured["stale hints"] == [0.0]
    assert measured["count of hints"] > [0.0]
    assert 10 < measured["memory open"][0] < 500
    assert 0 < measured["start"][0] < measured["first hints"][0]
    assert measured["first hints again"][0] > 0


@on_linux
def test_a_server_that_ends_is_told_of(tmp_path: Path) -> None:
    (case, *_) = cases.made(tmp_path, quick=True)
    gone = servers.Server("gone", (sys.executable, "-c", "pass"))
    assert session.run(gone, case, session.QUICK) in {"gone ended", "gone reads no more"}


def test_commands_are_timed(tmp_path: Path) -> None:
    bare = next(commands.commands(tmp_path, quick=True))
    took = commands.run(bare, tmp_path)
    assert isinstance(took, dict) and took["time"] > 0
    wrong = commands.Command("a", "b", (sys.executable, "-c", "raise SystemExit(7)"))
    assert str(commands.run(wrong, tmp_path)).startswith("exit code 7")


def _results() -> Results:
    found = Results(5, "2026-11-28", "2 processors", 0.1, {"Python": "3.11"})
    figures = {"start": [400.0], "key to fresh hints": [4.0, 5.0, 4.0], "typing": [2.0]}
    found.add("servers", "300 lines", servers.FLOOR, figures)
    slower = {"start": [400.0], "key to fresh hints": [20.0, 40.0, 20.0], "typing": [3.0]}
    found.add("servers", "300 lines", servers.OURS, slower)
    found.add("servers", "300 lines", "zuban", "zuban ended")
    found.add("commands", "a.py", "scope-lsp names", {"time": 500.0, "processor": 450.0})
    found.add("commands", "a.py", "TensorFlow", {"time": 4000.0, "processor": 5000.0})
    return found


def test_the_page_is_made_of_the_figures(tmp_path: Path) -> None:
    saved, made = tmp_path / "figures.json", tmp_path / "page.md"
    _results().save(saved)
    assert read(saved) == _results()
    made.write_text(
        f"# Speed\n\n{page.BEGIN}\nFormer figures.\n{page.END}\n\nMore.\n", encoding="utf-8"
    )
    assert main(["--from", str(saved), "--page", str(made)]) == 0
    text = made.read_text(encoding="utf-8")
    assert text.startswith("# Speed\n") and text.endswith("\n\nMore.\n") and "Former" not in text
    assert "| **scope-lsp** | 400 (1.0) | - | - | 20 / 40 (5.0) | - | - | 3.0 (1.5) |" in text
    assert "| a.py | scope-lsp names | 500 | 450 | 8.0 times faster |" in text
    assert "- 300 lines, zuban: zuban ended" in text
    again = text
    main(["--from", str(saved), "--page", str(made)])
    assert made.read_text(encoding="utf-8") == again


def test_the_page_of_the_documentation_has_a_place_for_them() -> None:
    text = (ROOT / "docs" / "performance.md").read_text(encoding="utf-8")
    assert text.count(page.BEGIN) == text.count(page.END) == 1


def test_a_part_can_be_chosen() -> None:
    assert wanted([], "servers", "300 lines", "ty")
    assert wanted(["ty"], "servers", "300 lines", "ty")
    assert wanted(["ty"], "servers", "300 lines", servers.FLOOR)
    assert not wanted(["ty"], "servers", "300 lines", "zuban")
    assert not wanted(["commands"], "servers", "300 lines", "ty")
    assert wanted(["300 lines", "ty,zuban"], "servers", "300 lines", "zuban")
    assert not wanted(["300 lines", "ty"], "servers", "1,000 lines", servers.FLOOR)


@pytest.mark.parametrize("name", ["examples/siamese.py", "examples/encoder.py"])
def test_the_steps_of_examples_have_not_grown(name: str) -> None:
    then = counts.known()["programs"][name]
    assert counts.excesses(name, {"steps": counts.steps(name)}, then, ["steps"]) == []


def test_what_has_grown_is_named() -> None:
    then = {"steps": 10_000}
    assert counts.excesses("a.py", {"steps": 10_400}, then, ["steps"]) == []
    (said,) = counts.excesses("a.py", {"steps": 11_000}, then, ["steps"])
    assert said == "a.py: steps 11,000, 10.0 % above 10,000"
    (said,) = counts.excesses("a.py", {"calls": 7}, then, ["calls"])
    assert said.endswith("use --update")


def test_counts_do_not_depend_on_hash_seeds() -> None:
    name = "examples/siamese.py"
    command = [sys.executable, "-m", "benchmarks.counts", "--count", "calls", name]
    seen = []
    for seed in ("1", "2"):
        env = {"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
        done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, check=True)
        seen.append(json.loads(done.stdout))
    assert seen[0]["steps"] == seen[1]["steps"]
    assert seen[0]["calls"] == pytest.approx(seen[1]["calls"], rel=0.01)


def test_every_counted_program_stands_in_the_file() -> None:
    assert set(counts.known()["programs"]) == set(counts.PROGRAMS)
