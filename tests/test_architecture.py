"""What the code must not do, as docs/architecture.md says."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "scope_lsp"
STUBS = PACKAGE / "stubs"
LONGEST = 400
LARGEST_CIRCLE = 5
"""Most modules that may import each other, and for types alone."""
MODULES = sorted(
    path.relative_to(PACKAGE).as_posix()
    for path in PACKAGE.rglob("*.py")
    if not path.is_relative_to(STUBS)
)
THIRD_PARTY = {
    "jedi": ("resolve/",),
    "docstring_parser": ("analysis/docstrings.py",),
    "parso": ("syntax/",),
    "lsprotocol": ("features/", "server/"),
    "pygls": ("server/",),
    "pyfive": ("checkpoints/",),
    "platformdirs": ("resolve/",),
    "mcp": ("cli/mcp.py",),
    "pydantic": ("cli/mcp_tools.py",),
    "pathspec": ("globs.py",),
    "tomli": ("toml.py",),
}
"""Where each dependency may be imported."""
DISK = ("cache/", "resolve/", "server/", "cli/", "__main__.py")
"""Where files may be touched."""
PURE_OS = {
    "O_ASYNC",
    "environ",
    "getpid",
    "path.abspath",
    "path.basename",
    "path.commonpath",
    "path.dirname",
    "path.isabs",
    "path.join",
    "path.normpath",
    "path.relpath",
    "path.sep",
    "path.split",
    "path.splitext",
    "sep",
}
"""What of ``os`` touches no file."""


@cache
def tree_of(module: str) -> ast.Module:
    return ast.parse((PACKAGE / module).read_text(encoding="utf-8"))


def imports(module: str) -> Iterator[str]:
    """The dotted names of everything that a module imports, anywhere in it."""
    for node in ast.walk(tree_of(module)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def top_imports(module: str) -> set[str]:
    return {name.partition(".")[0] for name in imports(module)}


def calls(module: str) -> set[str]:
    """The plain names that a module calls."""
    return {
        node.func.id
        for node in ast.walk(tree_of(module))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }


def os_uses(module: str) -> Iterator[str]:
    """What a module takes from ``os``: ``path.join``, ``stat``."""
    tree = tree_of(module)
    inner = {node.value for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node not in inner:
            name = ast.unparse(node)
            if name.startswith("os."):
                yield ".".join(name.split(".")[1 : 3 if name.startswith("os.path.") else 2])


def test_import_contracts() -> None:
    lint = Path(sys.executable).parent / "lint-imports"
    done = subprocess.run(
        [lint, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def imports_of(module: str, *, for_types: bool) -> Iterator[ast.ImportFrom]:
    """What a module imports when it runs, inside of functions too, or ``for_types`` as well."""
    pending: list[ast.AST] = [tree_of(module)]
    while pending:
        node = pending.pop()
        if isinstance(node, ast.ImportFrom):
            yield node
        elif for_types or not (
            isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
        ):
            pending += ast.iter_child_nodes(node)


def needs(*, for_types: bool) -> dict[str, set[str]]:
    """The modules that each module imports, by dotted names."""
    dotted = {
        f"scope_lsp.{module[:-3].replace('/', '.')}".removesuffix(".__init__"): module
        for module in MODULES
    }
    found: dict[str, set[str]] = {name: set() for name in dotted}
    for name, module in dotted.items():
        for node in imports_of(module, for_types=for_types):
            for alias in node.names:
                full = f"{node.module}.{alias.name}"
                found[name].add(full if full in dotted else node.module or "")
    return found


def reached_from(start: str, graph: dict[str, set[str]]) -> set[str]:
    """What a module imports, and what that imports, and so on."""
    seen: set[str] = set()
    pending = [start]
    while pending:
        new = graph.get(pending.pop(), set()) - seen
        seen |= new
        pending += new
    return seen


def test_no_circle_of_imports_at_run_time() -> None:
    TopologicalSorter(needs(for_types=False)).prepare()


def test_circles_of_imports_for_types_are_small() -> None:
    graph = needs(for_types=True)
    reached = {name: reached_from(name, graph) for name in graph}
    circles = {
        tuple(sorted(one for one in reached[name] if name in reached.get(one, ())))
        for name in graph
        if name in reached[name]
    }
    assert [circle for circle in circles if len(circle) > LARGEST_CIRCLE] == []


def test_only_the_machine_stands_above_what_it_runs() -> None:
    """Compiled code and built-in functions are typed against ``Interpreter``."""
    allowed = ("interpreter/machine.py", "analysis/analyze.py")
    assert [
        module
        for module in MODULES
        if any(name.startswith("scope_lsp.interpreter.machine") for name in imports(module))
        and module not in allowed
    ] == []


def test_every_module_says_what_it_is() -> None:
    assert [module for module in MODULES if not ast.get_docstring(tree_of(module))] == []


def test_every_module_is_one_thing() -> None:
    ours = ("scope_lsp/**/*.py", "tests/**/*.py", "benchmarks/**/*.py", "docs/*.py")
    lengths = {
        path: path.read_bytes().count(b"\n")
        for pattern in ours
        for path in ROOT.glob(pattern)
        if "programs" not in path.parts
    }
    assert {path: length for path, length in lengths.items() if length > LONGEST} == {}


def test_dependencies_stay_where_they_belong() -> None:
    assert [
        f"{module} imports {name}"
        for module in MODULES
        for name in top_imports(module) & THIRD_PARTY.keys()
        if not module.startswith(THIRD_PARTY[name])
    ] == []


def test_nobody_imports_stubs_or_tensorflow() -> None:
    assert [
        f"{module} imports {name}"
        for module in MODULES
        for name in imports(module)
        if name.startswith(("scope_lsp.stubs", "tensorflow"))
    ] == []


def test_interpreter_and_naming_meet_in_analysis() -> None:
    packages = ("scope_lsp.interpreter", "scope_lsp.naming")
    assert [
        module
        for module in MODULES
        if all(any(name.startswith(package) for name in imports(module)) for package in packages)
        and not module.startswith("analysis/")
    ] == []
    groups = ("graphs", "lookups", "scopes", "variables")
    names = ("mode", "model", "primitive", "primitives", *groups)
    doors = tuple(f"analysis/{name}.py" for name in names)
    assert [
        module
        for module in MODULES
        if any(name.startswith("scope_lsp.naming.state") for name in imports(module))
        and not module.startswith(("naming/", *doors))
    ] == []


def test_the_disk_is_far_away() -> None:
    reaching = {"glob", "pathlib", "shutil", "socket", "subprocess", "tempfile"}
    pure = [module for module in MODULES if not module.startswith(DISK)]
    assert [module for module in pure if top_imports(module) & reaching] == []
    assert [module for module in pure if "open" in calls(module)] == []
    assert [
        f"{module} uses os.{name}"
        for module in pure
        for name in os_uses(module)
        if name not in PURE_OS
    ] == []


def test_analysed_code_is_never_run() -> None:
    running = {"eval", "exec", "__import__"}
    assert [module for module in MODULES if calls(module) & running] == []
    loading = {"importlib", "runpy", "imp"}
    ours = ("cli/", "server/", "__main__.py")
    assert [
        module
        for module in MODULES
        if top_imports(module) & loading and not module.startswith(ours)
    ] == []


def test_every_feature_has_its_tests() -> None:
    tests = ROOT / "tests" / "features"
    assert [
        module
        for module in MODULES
        if module.startswith("features/")
        and not module.endswith("__init__.py")
        and not (tests / f"test_{Path(module).stem}.py").is_file()
    ] == []
