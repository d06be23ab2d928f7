"""Imports are found as Python finds them, models of libraries first."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from textwrap import dedent

import pytest

from scope_lsp.interpreter.loader import Origin
from scope_lsp.resolve.environment import Environment
from scope_lsp.resolve.modules import ModuleLoader, module_name


def write(root: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(text), encoding="utf-8")
    return root


def loader(*roots: Path, **options: object) -> ModuleLoader:
    options.setdefault("environment", Environment(None, "a test"))
    return ModuleLoader(map(str, roots), **options)  # type: ignore[arg-type]


def installed(folder: Path, files: dict[str, str]) -> Environment:
    """An environment that has these files among its packages."""
    write(folder / "environment" / "lib" / "python3.7" / "site-packages", files)
    return Environment(str(folder / "environment"), "a test")


def test_modules_and_packages_below_roots(tmp_path: Path) -> None:
    root = write(tmp_path, {"a.py": "x = 1", "p/__init__.py": "y = 2", "p/q/r.py": "z = 3"})
    found = loader(root)
    module = found.find("a", None)
    assert module is not None
    assert (module.name, module.text, module.is_package) == ("a", "x = 1", False)
    assert module.path == str(root / "a.py")
    assert module.origin is Origin.USER
    package = found.find("p", None)
    assert package is not None and package.is_package and package.text == "y = 2"
    namespace = found.find("p.q", None)
    assert namespace is not None and namespace.is_package and namespace.text == ""
    assert found.find("p.q.r", None) is not None
    assert found.find("p.nothing", None) is None


def test_the_first_root_wins_and_a_bare_folder_is_the_last_choice(tmp_path: Path) -> None:
    one = write(tmp_path / "one", {"m.py": "1", "n/x.py": ""})
    two = write(
        tmp_path / "two", {"m.py": "2", "n.py": "n", "o.py": "module", "o/__init__.py": "o"}
    )
    found = loader(one, two)
    assert getattr(found.find("m", None), "text", None) == "1"
    assert getattr(found.find("n", None), "text", None) == "n"
    assert getattr(found.find("o", None), "text", None) == "o"


@pytest.mark.parametrize("as_uri", [False, True])
def test_open_buffers_shadow_the_disk(tmp_path: Path, as_uri: bool) -> None:
    root = write(tmp_path, {"a b.py": "", "a.py": "old"})
    keys = [root / "a.py", root / "new" / "b.py"]
    texts = {(path.as_uri() if as_uri else str(path)): "unsaved" for path in keys}
    found = loader(root, buffers=texts)
    for name in ("a", "new.b"):
        assert getattr(found.find(name, None), "text", None) == "unsaved"
    assert getattr(found.find("new", None), "is_package", None) is True
    assert found.read(keys[0].as_uri()) == "unsaved"


def test_stubs_win_and_aliases_give_the_canonical_name(tmp_path: Path) -> None:
    stubs = write(
        tmp_path / "stubs",
        {
            "METADATA.toml": """
                [aliases]
                "lib.compat" = "lib"
                "lib.compat.deep" = "lib.inner"
                "other" = "lib.compat"
                "lib.private.python.deep" = "lib.inner"
            """,
            "lib/__init__.py": "stub",
            "lib/inner.py": "inner stub",
        },
    )
    root = write(tmp_path / "root", {"lib/__init__.py": "source", "lib/extra.py": "source"})
    found = loader(root, stub_paths=[str(stubs)])
    for name, canonical in [
        ("lib", "lib"),
        ("lib.compat", "lib"),
        ("lib.compat.inner", "lib.inner"),
        ("lib.compat.deep", "lib.inner"),
        ("other.inner", "lib.inner"),
    ]:
        module = found.find(name, None)
        assert module is not None
        assert (module.name, module.origin) == (canonical, Origin.STUB)
    folder = found.find("lib.private.python", None)
    assert folder is not None and folder.is_package and folder.origin is Origin.STUB
    extra = found.find("lib.extra", None)
    assert extra is not None and extra.origin is Origin.USER and extra.text == "source"
    assert found.find("lib.missing", None) is None


def test_a_stub_may_give_way_to_the_programs_own_source(tmp_path: Path) -> None:
    files = {
        "METADATA.toml": """
            gives_way = ["lib.nets"]

            [aliases]
            "lib.old.nets" = "lib.nets"
        """,
        "lib/__init__.py": "stub",
        "lib/nets/__init__.py": "stub",
        "lib/nets/deep.py": "stub",
        "lib/nets/wide.py": "stub",
    }
    stubs = write(tmp_path / "stubs", files)
    own = {"lib/__init__.py": "own", "lib/old/nets/deep.py": "own", "lib/netsuite.py": "own"}
    found = loader(write(tmp_path / "root", own), stub_paths=[str(stubs)])
    expected = {"lib": "stub", "lib.old.nets.deep": "own", "lib.old.nets.wide": "stub"}
    for name, text in expected.items():
        module = found.find(name, None)
        assert module is not None and module.text == text


def test_models_of_launchers_stand_for_what_is_installed(tmp_path: Path) -> None:
    environment = installed(tmp_path, {"fire/__init__.py": "real", "gin/config.py": "real"})
    found = loader(write(tmp_path / "root", {"gin/net.gin": ""}), environment=environment)
    for name in ("fire", "gin", "gin.config"):
        module = found.find(name, None)
        assert module is not None and module.origin is Origin.STUB and module.text


def test_a_programs_own_module_that_is_called_like_a_launcher_is_its_own(tmp_path: Path) -> None:
    found = loader(write(tmp_path, {"fire.py": "own"}))
    module = found.find("fire", None)
    assert module is not None and module.text == "own"


def test_a_modelled_package_is_not_looked_for_in_the_environment(tmp_path: Path) -> None:
    stubs = write(tmp_path / "stubs", {"lib/__init__.py": ""})
    environment = installed(tmp_path, {"lib/inside.py": "", "third/__init__.py": "3"})
    found = loader(stub_paths=[str(stubs)], environment=environment)
    assert found.find("lib.inside", None) is None
    assert getattr(found.find("third", None), "text", None) == "3"


def test_large_packages_are_left_alone_where_they_are_installed(tmp_path: Path) -> None:
    files = {"scipy/__init__.py": "", "scipy/misc.py": "", "third.py": ""}
    found = loader(environment=installed(tmp_path, files))
    assert found.find("scipy", None) is None and found.find("scipy.misc", None) is None
    assert found.left_alone("scipy.misc") == "scipy is not interpreted"
    assert found.left_alone("third") is None and found.find("third", None) is not None
    assert found.left_alone("pandas") is None, "it is not there at all"


def test_a_large_package_of_the_workspace_is_the_programs_own(tmp_path: Path) -> None:
    root = write(tmp_path, {"scipy/__init__.py": "own", "more/torch.py": "own"})
    outside = write(tmp_path.parent / f"{tmp_path.name}-outside", {"pandas.py": ""})
    found = loader(root)
    assert getattr(found.find("scipy", None), "text", None) == "own"
    assert getattr(found.find("torch", None, [str(root / "more")]), "text", None) == "own"
    assert found.find("pandas", None, [str(outside)]) is None


def test_a_bare_folder_is_not_taken_for_a_large_package(tmp_path: Path) -> None:
    root = write(tmp_path, {"torch/model.py": "", "own/model.py": "", "run.py": ""})
    found = loader(root)
    assert found.find("own", str(root / "run.py")) is not None
    assert found.find("torch", None) is None
    assert found.find("torch", str(root / "run.py")) is None


def test_a_stub_of_ones_own_stands_for_a_large_package(tmp_path: Path) -> None:
    stubs = write(tmp_path / "stubs", {"scipy.py": "stub"})
    found = loader(stub_paths=[str(stubs)], environment=installed(tmp_path, {"scipy.py": ""}))
    assert getattr(found.find("scipy", None), "text", None) == "stub"


def test_stub_folders_may_name_more_packages_to_be_left_alone(tmp_path: Path) -> None:
    stubs = write(tmp_path / "stubs", {"METADATA.toml": 'not_interpreted = ["third"]'})
    found = loader(stub_paths=[str(stubs)], environment=installed(tmp_path, {"third.py": ""}))
    assert found.find("third", None) is None
    assert found.left_alone("third") == "third is not interpreted"


def test_implicit_relative_imports_of_python_2(tmp_path: Path) -> None:
    root = write(tmp_path, {"pkg/__init__.py": "", "pkg/a.py": "import b", "pkg/b.py": "b"})
    found = loader(root)
    assert found.find("b", None) is None
    module = found.find("b", str(root / "pkg" / "a.py"))
    assert module is not None
    assert (module.name, module.text) == ("pkg.b", "b")


def test_folders_that_the_program_has_put_into_sys_path_go_first(tmp_path: Path) -> None:
    root = write(tmp_path, {"run/same.py": "run", "lib/same.py": "lib", "lib/helper/part.py": "p"})
    found = loader(root / "run")
    path = [str(root / "lib")]
    assert found.find("helper.part", None) is None
    assert getattr(found.find("helper.part", None, path), "text", None) == "p"
    assert getattr(found.find("same", None), "text", None) == "run"
    assert getattr(found.find("same", None, path), "text", None) == "lib"


def test_jedi_is_not_loaded_for_plain_imports(tmp_path: Path) -> None:
    import subprocess

    root = write(tmp_path, {"a.py": "import b", "p/__init__.py": ""})
    code = (
        "import sys; from scope_lsp.resolve.modules import ModuleLoader; "
        f"found = ModuleLoader([{str(root)!r}]); main = {str(root / 'a.py')!r}; "
        "assert found.find('a', main) and found.find('p', main); "
        "assert not found.find('missing', main); "
        "assert 'jedi' not in sys.modules and 'parso' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.parametrize(
    "name", ["", ".", "a.", ".a", "a..b", "a/b", "../a", "a\0b", "a-b", "x" * 5000, "é" * 300, "1a"]
)
def test_odd_names_are_not_found(tmp_path: Path, name: str) -> None:
    write(tmp_path, {"a.py": "", "a/b.py": ""})
    assert loader(tmp_path).find(name, None) is None
    assert loader(tmp_path).find(name, "untitled:Untitled-1") is None


def test_module_name_climbs_out_of_packages(tmp_path: Path) -> None:
    root = write(
        tmp_path,
        {
            "p/__init__.py": "",
            "p/q/__init__.py": "",
            "p/q/m.py": "",
            "n/s.py": "",
            "my-dir/t.py": "",
        },
    )
    assert module_name(str(root / "p/q/m.py")) == ("p.q.m", str(root))
    assert module_name((root / "p/q/__init__.py").as_uri()) == ("p.q", str(root))
    assert module_name(str(root / "n/s.py")) == ("s", str(root / "n"))
    assert module_name(str(root / "n/s.py"), [str(root)]) == ("n.s", str(root))
    assert module_name(str(root / "my-dir/t.py"), [str(root)]) == ("t", str(root / "my-dir"))


def test_symbolic_links_in_a_circle(tmp_path: Path) -> None:
    os.symlink(tmp_path / "a.py", tmp_path / "b.py")
    os.symlink(tmp_path / "b.py", tmp_path / "a.py")
    os.symlink(tmp_path, tmp_path / "loop")
    write(tmp_path, {"c.py": "c"})
    found = loader(tmp_path)
    assert found.find("a", None) is None
    assert getattr(found.find("loop.loop.loop.c", None), "text", None) == "c"
