"""Strings that are compared with what may be a name."""

from __future__ import annotations

import pytest

from scope_lsp.features.rename_comparisons import Refused, check_comparisons
from scope_lsp.features.rename_places import literals

RENAMED = {"gen/w": "net/w"}


@pytest.mark.parametrize(
    "line",
    [
        'if "gen" in name: pass',
        'if key == "gen/w:0": pass',
        'if scope != "gen": pass',
        'if name.startswith("gen/"): pass',
        'if key.endswith("gen/w"): pass',
        're.match("gen", n)',
        'name.replace("gen", "")',
        'parts = v.split("gen")',
    ],
)
def test_a_comparison_that_would_change_is_refused(line: str) -> None:
    with pytest.raises(Refused, match="Line 1 compares"):
        check_comparisons(literals("/a.py", line + "\n"), RENAMED)


@pytest.mark.parametrize(
    "line",
    [
        pytest.param('if "disc" in name: pass', id="neither name has it"),
        pytest.param('if "w" in name: pass', id="both names have it"),
        pytest.param('if "gen" in title: pass', id="hardly a name"),
        pytest.param('title.startswith("gen")', id="a method of something else"),
        pytest.param('print("gen", name)', id="no comparison"),
    ],
)
def test_others_stay(line: str) -> None:
    check_comparisons(literals("/a.py", line + "\n"), RENAMED)


def test_names_that_stay_are_no_reason() -> None:
    check_comparisons(literals("/a.py", 'if "gen" in name: pass\n'), {"gen/w": "gen/w"})
