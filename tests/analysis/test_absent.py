"""Files that are missing when a program is read: defaults are used, and nothing is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from scope_lsp.analysis.analyze import Snapshot, analyze
from scope_lsp.analysis.result import Certainty
from tests.support.patience import patient


def names(folder: Path, text: str) -> list[tuple[str, Certainty]]:
    text = "import os, sys\nimport tensorflow as tf\n" + text
    analysis = analyze(Snapshot(str(folder / "program.py"), text), patient())
    return [(event.name, event.certainty) for event in analysis.variables]


DEFAULTS = [
    "size = 8 if os.path.exists('/data/mine/large.json') else 4\n",
    "size = 4\nif os.path.isfile(os.path.expanduser('~/.mine.json')):\n    size = load()\n",
    "size = 4\nif tf.gfile.Exists('/data/mine/large'):\n    size = 8\n",
    "size = 4\nif os.path.exists('settings.yaml'):\n    size = 8\n",
    "size = 8\nif not os.path.exists('/data/mine/large.json'):\n    size = 4\n",
    "home = os.path.expanduser('~')\nif not os.access(home, os.W_OK):\n    home = '/tmp'\n"
    "size = 4\nif os.path.exists(os.path.join(home, '.mine.json')):\n    size = load()\n",
    "size = int(os.environ.get('NOBODY_SETS_IT', 4))\n",
    "try:\n    size = int(os.environ['NOBODY_SETS_IT'])\nexcept KeyError:\n    size = 4\n",
    "size = 4\nif 'NOBODY_SETS_IT' in os.environ:\n    size = 8\n",
]
LEAVING = [
    "if not os.path.exists('/data/mine'):\n    raise ValueError('no data')\n",
    "if not os.path.exists('/data/mine'):\n    print('no data')\n    sys.exit(1)\n",
    "if os.path.exists('/data/mine'):\n    print('data')\nelse:\n    exit()\n",
    "assert os.path.exists('/data/mine')\n",
    "if not tf.gfile.Exists('/data/mine'):\n    raise IOError\n",
    "if not (os.path.isdir('/data/mine') or os.path.isdir('/mnt/mine')):\n    sys.exit()\n",
]


@pytest.mark.parametrize("text", DEFAULTS)
def test_the_default_is_certain(tmp_path: Path, text: str) -> None:
    text += "tf.get_variable('w_%d' % size, [size])\n"
    assert names(tmp_path, text) == [("w_4:0", Certainty.DEFINITE)]


@pytest.mark.parametrize("text", LEAVING)
def test_a_program_that_would_end_has_what_it_needs(tmp_path: Path, text: str) -> None:
    text += "tf.get_variable('w', [1])\n"
    assert [name for name, _ in names(tmp_path, text)] == ["w:0"]


def test_a_function_that_would_be_left_goes_on(tmp_path: Path) -> None:
    text = (
        "def main():\n    if not os.path.exists('/data/mine'):\n        return\n"
        "    tf.get_variable('w', [1])\nmain()\n"
    )
    assert [name for name, _ in names(tmp_path, text)] == ["w:0"]


def test_a_program_that_makes_nothing_without_is_followed_both_ways(tmp_path: Path) -> None:
    text = "if os.path.exists('/data/mine'):\n    tf.get_variable('w', [1])\n"
    assert names(tmp_path, text) == [("w:0", Certainty.POSSIBLE)]


def test_a_registry_of_a_folder_beside_the_program(tmp_path: Path) -> None:
    package = tmp_path / "models"
    package.mkdir()
    (package / "__init__.py").write_text(
        "import importlib, os\nMODELS = {}\n"
        "def register(f):\n    MODELS[f.__name__] = f\n    return f\n"
        "for name in os.listdir(os.path.dirname(__file__)):\n"
        "    if name.endswith('.py') and not name.startswith('_'):\n"
        "        importlib.import_module('models.' + name[:-3])\n"
    )
    for name in ("deep", "wide"):
        (package / f"{name}.py").write_text(
            "import tensorflow as tf\nfrom models import register\n\n"
            f"@register\ndef {name}():\n    tf.get_variable('{name}/w', [1])\n"
        )
    text = "import models\nfor name in sorted(models.MODELS):\n    models.MODELS[name]()\n"
    expected = [("deep/w:0", Certainty.DEFINITE), ("wide/w:0", Certainty.DEFINITE)]
    assert names(tmp_path, text) == expected


@pytest.mark.parametrize("file", ["net-a.py", "2nd net.py", "a+b/__init__.py"])
def test_a_module_that_no_statement_can_import(tmp_path: Path, file: str) -> None:
    path = tmp_path / "nets" / file
    path.parent.mkdir(parents=True)
    path.write_text("import tensorflow as tf\ntf.get_variable('w', [1])\n")
    name = file.removesuffix("/__init__.py").removesuffix(".py")
    text = f"import importlib\nimportlib.import_module('nets.{name}')\n"
    assert names(tmp_path, text) == [("w:0", Certainty.DEFINITE)]


@pytest.mark.parametrize("above", ["", "{folder}/"], ids=["relative", "absolute"])
def test_the_name_of_a_module_is_no_path(tmp_path: Path, above: str) -> None:
    folder = tmp_path / "nets"
    folder.mkdir()
    (folder / "net.py").write_text("import tensorflow as tf\ntf.get_variable('w', [1])\n")
    name = above.format(folder=tmp_path) + "nets/net"
    assert "." not in name
    text = (
        f"import importlib\ntry:\n    importlib.import_module('{name}')\n"
        "except ImportError:\n    pass\n"
    )
    assert names(tmp_path, text) == []


def test_a_module_with_the_name_of_its_package_is_meant_by_python_2(tmp_path: Path) -> None:
    package = tmp_path / "config"
    package.mkdir()
    (package / "__init__.py").write_text("from small import small_config\n")
    (package / "small.py").write_text(
        "from config import base_config\n\ndef small_config():\n    return base_config()\n"
    )
    (package / "config.py").write_text("def base_config():\n    return 'base'\n")
    text = "from config import small_config\ntf.get_variable(small_config(), [1])\n"
    assert names(tmp_path, text) == [("base:0", Certainty.DEFINITE)]


@pytest.mark.parametrize("read", ['d["k"]', 'd.get("k")', 'd.pop("k")'])
def test_what_a_branch_puts_into_a_dict_of_unknown_contents_hides_nothing(
    tmp_path: Path, read: str
) -> None:
    text = (
        "import json\nd = dict(json.load(open('conf.json')))\n"
        "if json.load(open('flag.json')):\n    d['k'] = 1\n"
        f"if {read} == 2:\n    tf.get_variable('w', [1])\n"
    )
    assert names(tmp_path, text) == [("w:0", Certainty.POSSIBLE)]


def test_a_config_that_wraps_its_parts_when_they_are_asked_for(tmp_path: Path) -> None:
    text = (
        "import json\nclass AttrDict(dict):\n    def __getattr__(self, item):\n"
        "        if type(self[item]) is dict:\n            self[item] = AttrDict(self[item])\n"
        "        return self[item]\n"
        "args = AttrDict(json.load(open('conf.json')))\n"
        "if args.model.kind == 'a':\n    tf.get_variable('a', [1])\n"
        "elif args.model.kind == 'b':\n    tf.get_variable('b', [1])\n"
        "else:\n    raise NotImplementedError\n"
        "tf.get_variable('w', [1])\n"
    )
    assert names(tmp_path, text) == [
        ("a:0", Certainty.POSSIBLE),
        ("b:0", Certainty.POSSIBLE),
        ("w:0", Certainty.DEFINITE),
    ]


HANDLED = [
    "def load():\n    try:\n        with open('x.pkl') as f:\n            return f.read()\n"
    "    except IOError:\n        return None\nfound = load()\n",
    "try:\n    found = open('x.pkl').read()\nexcept:\n    found = None\n",
    "def load():\n    try:\n        return io.open('x.pkl').read()\n    except Exception:\n"
    "        pass\nfound = load()\n",
    "found = None\nfor name in 'xy':\n    try:\n        found = open(name + '.pkl').read()\n"
    "        break\n    except OSError:\n        continue\n",
]


@pytest.mark.parametrize("text", HANDLED)
def test_a_handler_for_missing_data_may_run(tmp_path: Path, text: str) -> None:
    text = "import io\n" + text
    text += "tf.get_variable('fresh' if found is None else 'loaded', [1])\n"
    text += "tf.get_variable('after', [1])\n"
    found = dict(names(tmp_path, text))
    assert found.pop("after:0") == Certainty.DEFINITE
    assert found == {"fresh:0": Certainty.POSSIBLE, "loaded:0": Certainty.POSSIBLE}


def test_a_handler_for_anything_around_a_program_is_not_meant(tmp_path: Path) -> None:
    text = (
        "def main():\n    open('x.pkl').read()\n    tf.get_variable('w', [1])\n"
        "try:\n    main()\nexcept Exception as error:\n    print(error)\n"
        "tf.get_variable('after', [1])\n"
    )
    expected = [("w:0", Certainty.DEFINITE), ("after:0", Certainty.DEFINITE)]
    assert names(tmp_path, text) == expected


REFUSALS = [
    "if sys.version_info[0] != 2:\n    raise Exception('Python 2, please')\n",
    "if sys.version_info >= (3,):\n    print('Python 2, please')\n    sys.exit(1)\n",
    "import six\nif six.PY3:\n    raise RuntimeError\n",
    "import platform\nif platform.python_version() > '3':\n    exit()\n",
    "if sys.version_info < (3, 99):\n    raise RuntimeError('a newer Python, please')\n",
]


@pytest.mark.parametrize("text", REFUSALS)
def test_the_program_is_run_in_a_python_that_it_accepts(tmp_path: Path, text: str) -> None:
    text += "tf.get_variable('w', [1])\n"
    assert names(tmp_path, text) == [("w:0", Certainty.DEFINITE)]


KEPT = "path = os.path.join(sys.argv[1], 'settings.json')\n"
MADE = [
    "if os.path.exists(path):\n    size = load(path)\nelse:\n    size = 4\nsave(path, size)\n",
    "if not os.path.isfile(path):\n    size = 4\n    open(path, 'w').write('4')\n"
    "else:\n    size = load(path)\n",
    "if tf.gfile.Exists(path):\n    size = load(path)\nelse:\n    size = make_settings(path)\n",
]
GIVEN = [
    "if os.path.exists(path):\n    size = load(path)\nelse:\n    size = 4\nprint(path)\n",
    "if os.path.exists(path):\n    size = load(path)\n    save(path, size)\nelse:\n    size = 4\n",
    "if os.path.exists(path):\n    size = load(path)\nelse:\n    size = 4\nsave(sys.argv[1], 4)\n",
    "if os.path.exists(sys.argv[1]):\n    size = load(path)\nelse:\n    size = 4\nsave(path, 4)\n",
]
FUNCTIONS = (
    "def load(path):\n    return int(open(path).read())\n"
    "def save(path, size):\n    open(path, 'w').write(str(size))\n"
    "def make_settings(path):\n    save(path, 4)\n    return 4\n"
)


@pytest.mark.parametrize("text", MADE)
def test_a_file_in_an_unknown_folder_that_the_program_makes_is_missing_at_first(
    tmp_path: Path, text: str
) -> None:
    text = FUNCTIONS + KEPT + text + "tf.get_variable('w_%d' % size, [size])\n"
    assert names(tmp_path, text) == [("w_4:0", Certainty.DEFINITE)]


@pytest.mark.parametrize("text", GIVEN)
def test_one_that_it_does_not_make_may_be_there(tmp_path: Path, text: str) -> None:
    text = FUNCTIONS + KEPT + text + "tf.get_variable('w_%d' % size, [size])\n"
    assert ("w_4:0", Certainty.DEFINITE) not in names(tmp_path, text)
