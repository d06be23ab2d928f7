"""``scope-lsp mcp``, asked by the official client over stdio."""

from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.cli.test_program import GOOD, ROOT, TWICE, scope_lsp

mcp = pytest.importorskip("mcp")


def ask(folder: Path, *calls: tuple[str, dict[str, Any]]) -> list[Any]:
    """What the server answers to calls of tools, then its tools."""

    async def run() -> list[Any]:
        server = mcp.StdioServerParameters(
            command=str(Path(sys.executable).parent / "scope-lsp"),
            args=["mcp"],
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            cwd=folder,
        )
        async with mcp.Client(server) as client:
            answers: list[Any] = [await client.call_tool(*call) for call in calls]
            answers.append(await client.list_tools())
            return answers

    return asyncio.run(asyncio.wait_for(run(), 60))


def test_agents_have_the_commands_as_tools(tmp_path: Path) -> None:
    (tmp_path / "good.py").write_text(GOOD + 'tf.get_variable("b/v", [2])\n')
    (tmp_path / "twice.py").write_text(TWICE)
    # A folder of the same name must not be taken for the program.
    (tmp_path / "scope_lsp").mkdir()
    (tmp_path / "scope_lsp" / "__init__.py").write_text("print('run')\n")
    names, check, explain, missing, option, tools = ask(
        tmp_path,
        ("names", {"files": ["good.py"], "filter": ["b"]}),
        ("check", {"paths": ["twice.py"]}),
        ("explain", {"code": "variable-exists"}),
        ("names", {"files": ["missing.py"]}),
        ("check", {"paths": ["--fix"]}),
    )
    found = names.structured_content
    assert (found["complete"], found["count"], found["notes"]) == (True, 1, [])
    (variable,) = found["variables"]
    assert (variable["name"], variable["shape"], variable["line"]) == ("b/v:0", [2], 3)
    assert "trace" not in variable
    (diagnostic,) = check.structured_content["diagnostics"]
    assert (diagnostic["code"], diagnostic["severity"]) == ("variable-exists", "error")
    assert "# variable-exists (error)" in explain.content[0].text
    assert missing.structured_content["complete"] is False
    words = "scope-lsp: missing.py: No such file or directory"
    assert missing.structured_content["notes"] == [words]
    assert option.structured_content["notes"] == ["scope-lsp: --fix: No such file or directory"]
    assert [tool.name for tool in tools.tools] == ["names", "check", "diff", "explain"]
    assert all(tool.description and tool.annotations.read_only_hint for tool in tools.tools)


def test_agents_compare_and_get_the_map(tmp_path: Path) -> None:
    (tmp_path / "old.py").write_text(GOOD.replace('"w"', '"a/w"'))
    (tmp_path / "new.py").write_text(GOOD.replace('"w"', '"b/w"'))
    found, missing, _ = ask(
        tmp_path,
        ("diff", {"old": "old.py", "new": "new.py", "map": "init"}),
        ("diff", {"old": "old.py", "new": "missing.py", "map": "init"}),
    )
    answer = found.structured_content
    assert (answer["compared"], answer["differs"], answer["notes"]) == (True, True, [])
    assert answer["summary"] == "old.py -> new.py: scope a renamed b (1 variable)."
    assert answer["counts"]["renamed"] == 1
    assert "'a/w': 'b/w'" in answer["map"]
    assert missing.structured_content["compared"] is False
    assert "map" not in missing.structured_content
    assert missing.structured_content["notes"] == [
        "scope-lsp: missing.py: No such file or directory"
    ]


def test_without_the_extra_it_is_said(tmp_path: Path) -> None:
    (tmp_path / "first").mkdir()
    (tmp_path / "first" / "mcp.py").write_text("raise ImportError\n")
    path = f"{tmp_path / 'first'}{os.pathsep}{ROOT}"
    done = scope_lsp("mcp", cwd=tmp_path, PYTHONPATH=path)
    assert done.returncode == 2
    assert done.stderr == (
        "scope-lsp: mcp: the extra mcp is not installed: in a clone, pip install '.[mcp]'\n"
    )
