"""Imports are looked up in the user's environment, never in the one that scope-lsp runs in."""

from __future__ import annotations

import os
import sysconfig
from pathlib import Path

import pytest

from scope_lsp.resolve.environment import find_environment
from scope_lsp.resolve.modules import ModuleLoader


def environment(folder: Path, mark: str = "pyvenv.cfg", text: str = "home = /nowhere\n") -> Path:
    """An environment with one package, named as its folder."""
    packages = folder / "lib" / "python3.7" / "site-packages"
    packages.mkdir(parents=True)
    (packages / f"only_in_{folder.name.strip('.')}.py").write_text("")
    (folder / "bin").mkdir()
    (folder / "bin" / "python").write_text("not to be run")
    path = folder / mark
    path.mkdir() if mark == "conda-meta" else path.write_text(text)
    return folder


def used(setting: str = "", root: Path | None = None, **variables: Path) -> tuple[str | None, str]:
    named = {name: str(path) for name, path in variables.items()}
    found = find_environment(setting, [str(root)] if root else [], named)
    assert all(os.path.isdir(folder) for folder in found.folders)
    return found.path, found.reason


def test_a_setting_goes_before_what_is_active_and_that_before_the_projects(tmp_path: Path) -> None:
    names = ("set", "handed", "active", "conda", "project/.venv")
    paths = {name: environment(tmp_path / name) for name in names}
    variables = {
        "SCOPE_LSP_ENVIRONMENT": paths["handed"],
        "VIRTUAL_ENV": paths["active"],
        "CONDA_PREFIX": paths["conda"],
    }
    expected = [
        (str(paths["handed"]), "the one that the editor uses"),
        (str(paths["active"]), "VIRTUAL_ENV"),
        (str(paths["conda"]), "CONDA_PREFIX"),
        (str(paths["project/.venv"]), "found in the project"),
    ]
    root = tmp_path / "project"
    named = str(paths["set"]), "the setting `environment`"
    assert used(str(paths["set"]), root, **variables) == named
    for answer in expected:
        assert used("", root, **variables) == answer
        variables.pop(next(iter(variables), ""), None)


def test_a_setting_that_names_nothing_gives_no_environment(tmp_path: Path) -> None:
    active = environment(tmp_path / "active")
    path, reason = used(str(tmp_path / "gone"), None, VIRTUAL_ENV=active)
    assert path is None
    assert (
        reason
        == f"the setting `environment` names {tmp_path / 'gone'}, which is not an environment"
    )


@pytest.mark.parametrize(("name", "mark"), [("tf1", "pyvenv.cfg"), ("env", "conda-meta")])
def test_an_environment_in_the_project_is_found_by_what_it_is(
    tmp_path: Path, name: str, mark: str
) -> None:
    (tmp_path / "src").mkdir()
    made = environment(tmp_path / name, mark)
    assert used("", tmp_path) == (str(made), "found in the project")


def test_an_interpreter_stands_for_the_environment_that_it_lies_in(tmp_path: Path) -> None:
    made = environment(tmp_path / "tf1")
    found = find_environment(str(made / "bin" / "python"), [], {})
    assert found.folders == (str(made / "lib" / "python3.7" / "site-packages"),)


def test_an_interpreter_of_the_system_has_its_packages_where_debian_puts_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    places = ["lib/python3/dist-packages", "local/lib/python3.7/dist-packages"]
    places += ["lib/python3.7/site-packages", "lib/python3.8/site-packages"]
    for place in places:
        (tmp_path / "usr" / place).mkdir(parents=True)
    binaries = tmp_path / "usr" / "bin"
    binaries.mkdir()
    (binaries / "python3.7").write_text("")
    (binaries / "python3").symlink_to("python3.7")
    found = find_environment(str(binaries / "python3"), [], {})
    relative = [os.path.relpath(folder, tmp_path / "usr") for folder in found.folders]
    assert sorted(relative) == sorted(places[:3])


def test_an_environment_may_take_in_the_systems_packages(tmp_path: Path) -> None:
    text = f"home = {tmp_path}/bin\ninclude-system-site-packages = true\nversion = 3.7.9\n"
    system = tmp_path / "lib" / "python3.7" / "site-packages"
    system.mkdir(parents=True)
    made = environment(tmp_path / "venv", text=text)
    folders = find_environment(str(made), [], {}).folders
    assert [folder for folder in folders if folder.startswith(str(tmp_path))] == [
        str(made / "lib" / "python3.7" / "site-packages"),
        str(system),
    ]


def test_what_lies_beside_the_server_is_not_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("VIRTUAL_ENV", "CONDA_PREFIX", "SCOPE_LSP_ENVIRONMENT"):
        monkeypatch.delenv(name, raising=False)
    loader = ModuleLoader([str(tmp_path)])
    assert loader.find("pygls", None) is None
    words = "none (no setting, no active environment, and none in the project)"
    assert str(loader.environment) == words


def test_but_it_is_where_the_server_runs_in_the_users_own_environment() -> None:
    packages = sysconfig.get_paths()["purelib"]
    prefix = str(Path(packages).parents[2])
    assert ModuleLoader([], environment=prefix).find("pygls", None) is not None


def test_only_the_one_environment_counts(tmp_path: Path) -> None:
    environment(tmp_path / "project" / ".venv")
    active = environment(tmp_path / "active")
    loader = ModuleLoader([str(tmp_path / "project")], environment=str(active))
    assert loader.find("only_in_venv", None) is None
    assert loader.find("only_in_active", None) is not None
