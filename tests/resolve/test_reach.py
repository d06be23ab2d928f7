"""A file that cannot lead to TensorFlow is not interpreted; if in doubt, it is."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from scope_lsp.analysis.analyze import Snapshot, analyze
from scope_lsp.interpreter.budget import Budget
from scope_lsp.interpreter.loader import ModuleSource
from scope_lsp.resolve.modules import ModuleLoader
from scope_lsp.resolve.reach import may_reach_tensorflow

FAR = {
    "the standard library": "import os, re\nfrom collections import abc\n",
    "a package that builds nothing": "import numpy as np\nimport scipy.stats\n",
    "a module beside it": "from helper import add\n",
    "a relative import that leads nowhere near": "import package.part\n",
    "broken code": "import os\ndef f(:\n",
    "the program itself": "import __main__\n",
    "a package whose parts it lists": "from listed import *\n",
}
NEAR = {
    "itself": "import tensorflow as tf\n",
    "by another name": "from tensorflow.compat import v1\n",
    "a module beside it": "import model\n",
    "two modules away": "from package import train\n",
    "a list of names": "from package import (\n    other,\n    train as t,\n)\n",
    "a line that goes on": "from package import other, \\\n    train\n",
    "a statement behind another": "import os; import model\n",
    "a block on one line": "try: import model\nexcept ImportError: pass\n",
    "an import in a function": "def f():\n    from package import train\n",
    "a star": "from package.train import *\n",
    "a package that is not there": "import recommender\n",
    "a name that is computed": "import importlib\nimportlib.import_module('mod' + 'el').build()\n",
    "text that is run": "exec(open('model.py').read())\n",
    "broken code": "import model\ndef f(:\n",
    "a name that is computed, by another function": (
        "from importlib import import_module as load\nload('mod' + 'el')\n"
    ),
    "text that is run, as Python 2 does": "code = open('model.py').read()\nexec code\n",
    "text that is evaluated": "eval(open('model.txt').read())\n",
    "a list with a comment": "from package import (\n    other,  # (first)\n    train,\n)\n",
    "no space before the dots": "from.model import x\n",
    "no space behind the dots": "from .import model\n",
    "spaces among the dots": "from . model import x\n",
    "lines as Windows ends them": "from package import other, \\\r\n    train\r\ndef f(:\r\n",
    "a star that stands for modules": "from starred import *\n",
    "a star that stands for modules that are looked for": "from globbed import *\n",
    "a place that is looked at first": "import sys\nsys.path.insert(0, 'x')\nimport helper\n",
    "a patch": "from unittest import mock\nmock.patch('mod' + 'el.build')\n",
    "a configuration": "import hydra\nhydra.utils.instantiate(config)\n",
    "a file that has a name of the standard library": "import code\n",
}
FILES = {
    "helper.py": "import math\n\ndef add(a, b):\n    return a + b\n",
    "model.py": "import tensorflow as tf\n",
    "package/__init__.py": "",
    "package/part.py": "from . import other\nfrom .other import value\n",
    "package/other.py": "value = 3\n",
    "package/train.py": "from ..model import *\nimport model\n",
    "code.py": "import importlib\n\nhelper = importlib.import_module('mod' + 'el')\n",
    "listed/__init__.py": "__all__ = ['part']\n",
    "listed/part.py": "value = 1\n",
    "starred/__init__.py": "__all__ = ['part']\n",
    "starred/part.py": "import model\n",
    "globbed/__init__.py": "import glob\n__all__ = [n[:-3] for n in glob.glob('*.py')]\n",
    "globbed/part.py": "import model\n",
}


@pytest.fixture
def loader(tmp_path: Path) -> ModuleLoader:
    for name, text in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
    return ModuleLoader((str(tmp_path),))


@pytest.mark.parametrize("text", FAR.values(), ids=FAR)
def test_far_from_tensorflow(loader: ModuleLoader, tmp_path: Path, text: str) -> None:
    source = ModuleSource("main", str(tmp_path / "main.py"), text)
    assert not may_reach_tensorflow(source, loader)[0]


@pytest.mark.parametrize("text", NEAR.values(), ids=NEAR)
def test_near_tensorflow(loader: ModuleLoader, tmp_path: Path, text: str) -> None:
    source = ModuleSource("main", str(tmp_path / "main.py"), text)
    assert may_reach_tensorflow(source, loader)[0]


def test_a_stub_of_the_user_may_lead_to_the_naming_model(tmp_path: Path) -> None:
    stubs = tmp_path / "stubs"
    stubs.mkdir()
    (stubs / "company.py").write_text("import _scope_lsp\n")
    source = ModuleSource("main", str(tmp_path / "main.py"), "import company\n")
    loader = ModuleLoader((str(tmp_path),), stub_paths=(str(stubs),))
    assert may_reach_tensorflow(source, loader)[0]


def test_nothing_of_the_standard_library_is_interpreted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Else one look at a file of it takes seconds."""
    library = Path(os.__file__).parent
    files = sorted(library.glob("*.py"))
    assert len(files) > 100

    def interpret(work: Callable[[], None], budget: Budget) -> None:
        raise AssertionError("interpreted")

    monkeypatch.setattr("scope_lsp.analysis.analyze._in_deep_thread", interpret)
    for path in files:
        found = analyze(Snapshot(str(path), path.read_text(encoding="utf-8", errors="replace")))
        assert not found.problems, path


def test_functions_are_run_for_whom_asks_for_their_parameters(tmp_path: Path) -> None:
    text = "def build(tf):\n    tf.get_variable('w', [2])\n"
    snapshot = Snapshot(str(tmp_path / "main.py"), text, infers_parameters=True)
    assert analyze(snapshot).variables == ()


def test_what_is_wrong_with_a_far_file_is_said(tmp_path: Path) -> None:
    path = str(tmp_path / "main.py")
    found = analyze(Snapshot(path, "import os\n\n\ndef f(:\n    pass\n\n\ndef g():\n    pass\n"))
    assert [problem.span.line for problem in found.problems] == [4]
    assert "g" in [one.name for one in found.definitions]


def test_what_is_far_may_come_near_by_another_file(tmp_path: Path) -> None:
    helper = tmp_path / "helper.py"
    helper.write_text("value = 3\n")
    text = "from helper import *\n\ndef main():\n    build('w')\n\nmain()\n"
    main = str(tmp_path / "main.py")
    found = analyze(Snapshot(main, text, roots=(str(tmp_path),)))
    assert not found.variables and str(helper) in found.files
    near = "import tensorflow as tf\n\ndef build(name):\n    return tf.get_variable(name, [2])\n"
    again = analyze(Snapshot(main, text, {str(helper): near}, (str(tmp_path),)))
    assert [event.name for event in again.variables] == ["w:0"]
