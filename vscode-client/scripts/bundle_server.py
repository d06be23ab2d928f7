"""Puts the server, its dependencies and the README into ``bundled/``.

``python scripts/bundle_server.py``.

Only pure Python, for every Python from 3.10 on: wheels for no platform, and of PyYAML, which has
none, the part that is Python.  Needs a pip; changes nothing else but
``out/README.md`` and ``LICENSE``.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent
ROOT = HERE.parent
TARGET = HERE / "bundled"
LIBRARIES = TARGET / "lib"
OLDEST = "3.10"
"""Dependencies are chosen for this version; newer ones take the same."""
BACKPORTS = ("exceptiongroup>=1.1.1", "typing-extensions>=4.1")
"""What cattrs wants of older Pythons: pip reads such conditions for the Python that it runs in."""
COMPILED = "pyyaml"
"""Has wheels for platforms only; works without its compiled part."""
UNUSED = (
    "__pycache__",
    "bin",
    "_yaml",
    "jedi/third_party/django-stubs",
    "jedi/third_party/typeshed/stubs",
)


def main() -> None:
    """Make ``bundled/`` anew."""
    shutil.rmtree(TARGET, ignore_errors=True)
    wanted = [*_dependencies(), *BACKPORTS]
    pure = [one for one in wanted if not one.startswith(COMPILED)]
    others = [one for one in wanted if one.startswith(COMPILED)]
    _install("--implementation", "py", "--abi", "none", "--platform", "any", *pure)
    _install("--no-deps", "--platform", "manylinux2014_x86_64", *others)
    shutil.copytree(
        ROOT / "scope_lsp", LIBRARIES / "scope_lsp", ignore=shutil.ignore_patterns("__pycache__")
    )
    shutil.copy(HERE / "scripts" / "launch.py", TARGET)
    shutil.copy(ROOT / "LICENSE", HERE / "LICENSE")
    _prune()
    _bring_pictures()


def _bring_pictures() -> None:
    """The README with its pictures, which lie outside of the extension in the repository.

    They are linked from the repository if that has an address, because the Marketplace shows no
    others.  Otherwise they come with the extension.
    """
    text = (HERE / "README.md").read_text(encoding="utf-8")
    if address := _of("pyproject.toml", r'^repository = "([^"]*)"$').rstrip("/"):
        version = _of("scope_lsp/__init__.py", r'^__version__ = "([^"]+)"$')
        where = f"{address}/raw/v{version}/docs/images/"
    else:
        where = "bundled/images/"
        images = TARGET / "images"
        images.mkdir()
        for name in re.findall(r"\(\.\./docs/images/([\w.-]+)\)", text):
            shutil.copy(ROOT / "docs" / "images" / name, images)
    text = text.replace("(../docs/images/", f"({where}")
    out = HERE / "out"
    out.mkdir(exist_ok=True)
    (out / "README.md").write_text(text, encoding="utf-8")


def _of(file: str, pattern: str) -> str:
    """What stands in a file of the project; empty when it is not there."""
    found = re.search(pattern, (ROOT / file).read_text(encoding="utf-8"), re.MULTILINE)
    return found[1] if found else ""


def _dependencies() -> list[str]:
    """The project's requirements, conditions on the version of Python left out."""
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    block = text[text.index("\ndependencies = [") :]
    found = re.findall(r'^\s+"([^";]+)', block[: block.index("\n]")], re.MULTILINE)
    return [requirement.strip() for requirement in found]


def _install(*arguments: str) -> None:
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    where = ["--target", str(LIBRARIES), "--upgrade", "--no-compile", "--only-binary", ":all:"]
    subprocess.run([*pip, *where, "--python-version", OLDEST, *arguments], check=True)


def _prune() -> None:
    for pattern in UNUSED:
        for found in [*LIBRARIES.glob(pattern), *LIBRARIES.rglob(f"*/{pattern}")]:
            shutil.rmtree(found)
    for record in LIBRARIES.glob("*.dist-info/*"):
        # Licences stay, and what says whose they are.
        if record.name not in ("METADATA", "licenses", "LICENSE", "LICENSE.txt"):
            record.unlink()
    for library in LIBRARIES.rglob("*.so"):
        library.unlink()
    left = [file for file in LIBRARIES.rglob("*") if file.suffix in (".so", ".pyd", ".dylib")]
    assert not left, f"compiled: {left}"


if __name__ == "__main__":
    main()
