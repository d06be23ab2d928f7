"""A folder of results in surroundings that are broken or hostile."""

from __future__ import annotations

import errno
import os
import time
from pathlib import Path

import pytest

from scope_lsp.cache import folder

ENTRY = "0" * 64 + ".json"
STATE = "0" * 32 + ".state"
posix = pytest.mark.skipif(os.name == "nt", reason="Windows has no such thing")


def opened(path: Path, most: int = 10) -> folder.Folder:
    return folder.Folder(str(path), 1, most)


def test_files_of_others_are_left_alone(tmp_path: Path) -> None:
    """A user may name a folder for the cache that holds other things."""
    old = time.time() - 90 * 86_400
    for name in ("package.json", "saved.state", "draft.new", ENTRY, STATE, "tmp12_ab.new"):
        (tmp_path / name).write_text("1")
        os.utime(tmp_path / name, (old, old))
    opened(tmp_path).tidy()
    left = {path.name for path in tmp_path.iterdir() if path.stat().st_mtime < old + 1}
    assert left == {"package.json", "saved.state", "draft.new"}


def test_all_results_together_take_little_space(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folder, "_TOTAL", 3_500)
    kept = opened(tmp_path)
    for number in range(9):
        path = tmp_path / (f"{number}" * 64 + ".json")
        path.write_text("x" * 1_000)
        os.utime(path, (time.time() + number, time.time() + number))
    kept.tidy()
    assert sorted(path.name[0] for path in tmp_path.glob("*.json")) == ["6", "7", "8"]


def test_a_full_disk_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = opened(tmp_path)
    before = sorted(tmp_path.iterdir())

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "no space left")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(OSError, match="space"):
        kept.keep(kept.path("a"), {}, {"a": 1})
    assert sorted(tmp_path.iterdir()) == before


def test_what_would_not_be_read_is_not_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = opened(tmp_path)
    monkeypatch.setattr(folder, "_MAXIMUM", 1_000)
    kept.keep(kept.path("a"), {}, {"a": "x" * 1_001})
    kept.keep(kept.path("b"), {}, {"b": "x" * 100})
    assert kept.find(kept.path("a"), folder.Answers()) is None
    assert kept.find(kept.path("b"), folder.Answers())["b"] == "x" * 100
    assert not list(tmp_path.glob("*.new"))


@pytest.mark.parametrize("text", ["[" * 100_000, "", "\0", "{", '{"asked": 3}', '{"asked": [[1]]}'])
def test_damaged_files_are_as_good_as_none(tmp_path: Path, text: str) -> None:
    kept = opened(tmp_path)
    Path(kept.path("a")).write_text(text)
    for state in tmp_path.glob("*.state"):
        state.write_text(text)
    assert opened(tmp_path).path("a") == kept.path("a")
    assert kept.find(kept.path("a"), folder.Answers()) is None


@posix
def test_pipes_and_links_are_not_followed(tmp_path: Path) -> None:
    kept = opened(tmp_path)
    os.mkfifo(kept.path("pipe"))
    (tmp_path / "other").write_text('{"asked": []}')
    Path(kept.path("link")).symlink_to(tmp_path / "other")
    Path(kept.path("folder")).mkdir()
    for name in ("pipe", "link", "folder"):
        assert kept.find(kept.path(name), folder.Answers()) is None
    kept.keep(kept.path("pipe"), {}, {"a": 1})
    kept.keep(kept.path("link"), {}, {"a": 1})
    assert (tmp_path / "other").read_text() == '{"asked": []}'
    assert kept.find(kept.path("pipe"), folder.Answers())["a"] == 1
    kept.tidy()


@posix
@pytest.mark.parametrize("home", ["kept", "./kept", "../kept"])
def test_a_folder_of_the_workspace_is_not_the_users_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, home: str
) -> None:
    """The variable is to be absolute: a relative one would let a repository bring results."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", home)
    try:
        found = folder.own("results")
    except OSError:
        return
    assert not found.startswith((str(tmp_path), "."))


@posix
def test_a_file_in_place_of_the_folder_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    with pytest.raises(OSError, match="file"):
        folder.own("results")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "kept"))
    os.chmod(folder.own("results"), 0o777)
    with pytest.raises(PermissionError):
        folder.own("results")
