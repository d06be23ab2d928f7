"""A folder full of traps: whatever in it is executed leaves a trace next to it.

Every trap writes its own name, so that a test can say which one has sprung.  The ``victim`` is what
the program tries to remove.
"""

from __future__ import annotations

import os
import py_compile
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

OURS = ("jedi", "parso", "pygls", "lsprotocol", "cattrs", "attr", "platformdirs", "yaml", "tomli")
"""What our own process imports from its environment."""
STANDARD = (
    *("json", "typing", "ast", "asyncio", "random", "pickle", "subprocess", "logging", "queue"),
    *("argparse", "re", "string", "textwrap", "multiprocessing", "concurrent", "tomllib", "gi"),
    *("threading", "tokenize", "struct", "platform", "urllib", "html", "difflib", "csv"),
)
STARTUP = ("sitecustomize", "usercustomize", "site", "encodings", "conftest", "setup", "noxfile")
"""What some interpreter or tool runs unasked."""
LIBRARIES = ("tensorflow", "numpy", "six", "absl")
STUB = """
{mark}
import os, subprocess, ctypes, importlib
os.system("touch {target}")
subprocess.run(["touch", "{target}"])
importlib.import_module("native")
__import__("fast")
exec({mark!r})
eval(compile({mark!r}, "x", "exec"))
def build(*args, **kwargs):
    {mark}
    return None
"""
PROGRAM = """
import os, sys, pickle, shutil, subprocess, importlib, pathlib, codecs, runpy, ctypes
import tensorflow as tf
import numpy as np
import yaml
import stubbed, native, fast, sourceless, zipped, helper, scope_lsp, jedi, sitecustomize

w = tf.get_variable("w", [3])
{mark}
os.system("touch {target}")
os.popen("touch {target}")
subprocess.check_output(["touch", "{target}"])
exec({mark!r})
eval("__import__('os').system('touch {target}')")
runpy.run_path("helper.py")
importlib.import_module("helper").build()
__import__("helper")
ctypes.CDLL("./native.so")
pathlib.Path("{target}").write_text("x")
os.makedirs("{target}.d", exist_ok=True)
shutil.copy(__file__, "{target}")
np.save("{target}", np.zeros(3))
tf.gfile.MakeDirs("{target}.d")
with tf.gfile.GFile("{target}", "w") as f:
    f.write("x")
yaml.load(open("evil.yaml"))
pickle.load(open("evil.pickle", "rb"))
codecs.lookup("evil_codec")
for remove in (os.remove, os.unlink, tf.gfile.Remove):
    remove("{victim}")
shutil.rmtree("{victim}")
open("{victim}", "w").close()
stubbed.build()
helper.build()
class Meta(type):
    def __del__(self):
        {mark}
    def __call__(cls):
        {mark}
v = tf.get_variable("v", [3])
"""


class Hostile:
    """The folder ``root / "work space"``, its marks and its victim beside it."""

    def __init__(self, root: Path) -> None:
        self.folder = root / "work space"
        self.marks = root / "marks"
        self.victim = root / "victim"
        self.marks.mkdir()
        self.victim.write_text("alive")
        self._modules()
        self._environments()
        self._native()
        self._stubs()
        self.program = self._write("model.py", PROGRAM.format(**self._words("program")))
        self._settings()

    def sprung(self) -> list[str]:
        """The names of the traps that were executed."""
        dead = [] if self.victim.read_text() == "alive" else ["victim"]
        return sorted(os.listdir(self.marks)) + dead

    def take(self, *names: str) -> None:
        """Take modules away again."""
        for name in names:
            shutil.rmtree(self.folder / name, ignore_errors=True)
            (self.folder / f"{name}.py").unlink(missing_ok=True)

    def _words(self, trap: str) -> dict[str, str]:
        target = self.marks / trap
        mark = f"open({str(target)!r}, 'a').close()"
        return {"mark": mark, "target": str(target), "victim": str(self.victim)}

    def _mark(self, trap: str) -> str:
        return self._words(trap)["mark"] + "\n"

    def _write(self, name: str, text: str) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        return path

    def _script(self, name: str) -> Path:
        path = self._write(name, f"#!/bin/sh\ntouch '{self.marks / name.replace('/', '_')}'\n")
        path.chmod(0o755)
        return path

    def _modules(self) -> None:
        for name in (*OURS, *STANDARD, *STARTUP, "helper", "evil_codec"):
            self._write(f"{name}.py", self._mark(name) + "def build(): pass\n")
        for name in (*LIBRARIES, "scope_lsp"):
            self._write(f"{name}/__init__.py", self._mark(name))
            self._write(f"{name}/__main__.py", self._mark(f"{name}_main"))
        self._write("evil.yaml", f"!!python/object/apply:os.mknod ['{self.marks / 'yaml'}']\n")
        self._write("evil.pickle", f"cos\nmknod\n(S'{self.marks / 'pickle'}'\ntR.")

    def _environments(self) -> None:
        for name in ("venv", ".venv", "env"):
            version = f"python3.{sys.version_info.minor}"
            site = f"{name}/lib/{version}/site-packages"
            for tool in ("python", "python3", version, "pip", "activate"):
                self._script(f"{name}/bin/{tool}")
            self._write(f"{name}/pyvenv.cfg", f"home = {self.folder / name / 'bin'}\n")
            self._write(f"{site}/evil.pth", f"import os; {self._mark('pth')}")
            self._write(f"{site}/sitecustomize.py", self._mark("venv_sitecustomize"))
            self._write(f"{site}/tensorflow/__init__.py", self._mark("venv_tensorflow"))
            self._write(f"{site}/jedi/__init__.py", self._mark("venv_jedi"))
        project = f'{{"environment_path": "{self.folder}/venv/bin/python", "path": "."}}'
        self._write(".jedi/project.json", f"[1, {project}]")
        self._script(".git/hooks/post-checkout")
        self._write(".env", f"PYTHONSTARTUP={self.folder / 'helper.py'}\n")

    def _native(self) -> None:
        source = self._write("source.txt", self._mark("sourceless"))
        py_compile.compile(str(source), str(self.folder / "sourceless.pyc"))
        with_code = "#include <fcntl.h>\n__attribute__((constructor)) static void go(void)"
        code = self._write(
            "native.c", f'{with_code} {{ creat("{self.marks / "native"}", 420); }}\n'
        )
        library = self.folder / "native.so"
        if compiler := shutil.which("cc"):
            subprocess.run([compiler, "-shared", "-fPIC", "-o", library, code], check=True)
        else:
            library.write_bytes(b"\x7fELF")
        for suffix in {sysconfig.get_config_var("EXT_SUFFIX"), ".abi3.so", ".pyd"}:
            shutil.copy(library, self.folder / f"fast{suffix}")

    def _stubs(self) -> None:
        for name in ("stubbed", "tensorflow/extra", "json"):
            self._write(f"stubs/{name}.py", STUB.format(**self._words(f"stub_{Path(name).name}")))

    def _settings(self) -> None:
        table = 'stub-paths = ["stubs"]\nextra-paths = ["stubs", ".", "/dev"]\n'
        self._write("pyproject.toml", f"[tool.scope-lsp]\n{table}")
        if hasattr(os, "mkfifo"):
            os.mkfifo(self.folder / "pipe.py")
            os.mkfifo(self.folder / "pipe.yaml")
            os.symlink("/dev/zero", self.folder / "endless.py")
            os.symlink(".", self.folder / "again")
