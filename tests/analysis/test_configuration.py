"""Configuration files of the workspace are read as data; nothing else is."""

from __future__ import annotations

from pathlib import Path

import pytest

from scope_lsp.analysis.analyze import Snapshot, analyze
from tests.support.patience import patient

READERS = [
    "import json\nc = json.load(open('conf/model.json'))",
    "import json\nwith open('conf/model.json') as f:\n    c = json.loads(f.read())",
    "import json, os\nhere = os.path.dirname(__file__)\n"
    "c = json.load(open(os.path.join(here, 'conf', 'model.json')))",
    "import json\nfrom pathlib import Path\nc = json.loads(Path('conf/model.json').read_text())",
    "import json\nwith tf.gfile.GFile('conf/model.json', 'r') as f:\n    c = json.loads(f.read())",
    "import json, io\nc = json.load(io.open('conf/model.json', 'rb'))",
    "import yaml\nc = yaml.safe_load(open('conf/model.yaml'))",
    "import yaml\nwith open('conf/model.yaml') as f:\n    c = yaml.load(f, Loader=yaml.FullLoader)",
]


def names(folder: Path, text: str, **buffers: str) -> list[str]:
    path = folder / "program.py"
    shadows = {str(folder / name.replace("__", "/")): text for name, text in buffers.items()}
    snapshot = Snapshot(str(path), "import tensorflow as tf\n" + text, shadows)
    return [event.name for event in analyze(snapshot, patient()).variables]


def workspace(folder: Path) -> Path:
    (folder / "conf").mkdir()
    (folder / "conf" / "model.json").write_text('{"name": "encoder", "sizes": [3, 4]}')
    (folder / "conf" / "model.yaml").write_text("name: encoder\nsizes: [3, 4]\n")
    return folder


@pytest.mark.parametrize("reader", READERS)
def test_known_paths_are_read(tmp_path: Path, reader: str) -> None:
    text = reader + "\nfor n in c['sizes']:\n    tf.get_variable('%s_%d' % (c['name'], n), [n])\n"
    assert names(workspace(tmp_path), text) == ["encoder_3:0", "encoder_4:0"]


def test_an_open_buffer_shadows_the_file(tmp_path: Path) -> None:
    text = READERS[0] + "\ntf.get_variable(c['name'], [1])\n"
    buffers = {"conf__model.json": '{"name": "typed"}'}
    assert names(workspace(tmp_path), text, **buffers) == ["typed:0"]


@pytest.mark.parametrize(
    ("file", "content"),
    [
        ("../outside.json", '{"name": "secret"}'),
        ("data.log", '{"name": "secret"}'),
        ("broken.json", '{"name": '),
        ("link.json", None),
    ],
)
def test_what_may_not_be_read_is_unknown(tmp_path: Path, file: str, content: str | None) -> None:
    folder = tmp_path / "project"
    folder.mkdir()
    target = tmp_path / "elsewhere.json"
    target.write_text('{"name": "secret"}')
    if content is None:
        (folder / file).symlink_to(target)
    else:
        (folder / file).write_text(content)
    text = f"import json\nc = {{}}\ntry:\n    c = json.load(open({file!r}))\nexcept ValueError:\n"
    text += "    pass\ntf.get_variable('w_%s' % c.get('name', 'none'), [1])\n"
    assert not any("secret" in name for name in names(folder, text))


def test_a_file_that_is_there_exists(tmp_path: Path) -> None:
    text = "import os\nif os.path.exists('conf/model.json'):\n    tf.get_variable('w', [1])\n"
    path = str(workspace(tmp_path) / "program.py")
    snapshot = Snapshot(path, "import tensorflow as tf\n" + text)
    (event,) = analyze(snapshot, patient()).variables
    assert event.certainty.value == "definite"


def test_a_bomb_does_not_go_off(tmp_path: Path) -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]" for i in range(1, 12)]
    (tmp_path / "bomb.yaml").write_text("\n".join(lines))
    text = "import yaml\nw = tf.get_variable('w', [1])\nc = yaml.safe_load(open('bomb.yaml'))\n"
    assert names(tmp_path, text + "print(c)\n") == ["w:0"]
    (tmp_path / "bomb.yaml").write_text("&a [x, *a]")
    assert names(tmp_path, text + "print(c)\n") == ["w:0"]
