"""The limits that the pages name are those of the program."""

from __future__ import annotations

import json
import re

from scope_lsp.interpreter.budget import Budget
from tests.docs.pages import DOCS, ROOT


def test_what_is_run_names_the_limits_of_an_analysis() -> None:
    text = " ".join((DOCS / "what-is-run.md").read_text(encoding="utf-8").split())
    budget = Budget()
    assert f"left after {budget.quiet_rounds:,} rounds, or earlier" in text
    assert f"after {budget.training_rounds} rounds if each calls unknown code" in text
    assert f"goes on building is left after {budget.building_rounds:,} rounds" in text
    assert f"nest up to {budget.depth} deep" in text
    assert f"a list has up to {budget.items:,} items" in text
    assert (budget.idle_steps, budget.uncalled_steps, budget.steps) == (10**6, 10**6, 5 * 10**6)


def test_all_pages_ask_for_the_same_node() -> None:
    client = ROOT / "vscode-client"
    wanted = json.loads((client / "package.json").read_text(encoding="utf-8"))["engines"]["node"]
    version = wanted.removeprefix(">=")
    for page in (client / "README.md", DOCS / "editors" / "vscode.md"):
        assert f"Node {version} or newer" in page.read_text(encoding="utf-8"), page
    workflows = [path.read_text() for path in (ROOT / ".github" / "workflows").glob("*.yml")]
    used = re.findall(r'node-version: "(\d+)"', "\n".join(workflows))
    assert bool(used) is bool(workflows)  # the sdist has no workflows
    assert all(int(one) >= int(version.partition(".")[0]) for one in used)
