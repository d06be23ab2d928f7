"""A file that cannot lead to TensorFlow is not interpreted; any doubt, and it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from scope_lsp.analysis.analyze import Snapshot, analyze
from scope_lsp.interpreter.loader import ModuleSource
from scope_lsp.resolve.modules import ModuleLoader
from scope_lsp.resolve.reach import may_reach_tensorflow

FAR = {
    "the standard library": "import os, re\nfrom collections import abc\n",
    "a package that builds nothing": "import numpy as np\nimport scipy.stats\n",
    "a module beside it": "from helper import add\n",
    "a relative import that leads nowhere near": "import package.part\n",
    "broken code": "import os\ndef f(:\n",
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
}
FILES = {
    "helper.py": "import math\n\ndef add(a, b):\n    return a + b\n",
    "model.py": "import tensorflow as tf\n",
    "package/__init__.py": "",
    "package/part.py": "from . import other\nfrom .other import value\n",
    "package/other.py": "value = 3\n",
    "package/train.py": "from ..model import *\nimport model\n",
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
