"""The programs of the articles, through the real protocol and the real analysis."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.support.client import REAL, Client
from tests.support.fixture import parse

TWICE = """
    import tensorflow as tf

    first = tf.get_variable(name='a', shape=[1], dtype=tf.float32)  #=> a:0
    again = tf.get_variable(name='a', shape=[1], dtype=tf.float32)
"""

NAME_SCOPE = """
    import tensorflow as tf

    with tf.name_scope("my_scope"):
        v1 = tf.get_variable("var1", [1], dtype=tf.float32)  #=> var1:0
        v2 = tf.Variable(1, name="var2", dtype=tf.float32)  #=> my_scope/var2:0
        a = tf.add(v1, v2)
"""

NESTED = """
    import tensorflow as tf

    with tf.variable_scope("foo"):
        with tf.variable_scope("bar"):  #=> foo/bar/
            v = tf.get_variable("v", [1])  #=> foo/bar/v:0
    with tf.variable_scope("foo", reuse=True):  #=> variables foo/ · ops foo_1/
        w = tf.get_variable("bar/v", [1])  #=> ↺ foo/bar/v:0
"""

FILTERS = """
    import tensorflow as tf


    def conv_relu(input, kernel_shape, bias_shape):
        weights = tf.get_variable("weights", kernel_shape)  #=> ↺ model/conv{1,2}/weights:0
        biases = tf.get_variable("biases", bias_shape)  #=> ↺ model/conv{1,2}/biases:0
        conv = tf.nn.conv2d(input, weights, strides=[1, 1, 1, 1], padding='SAME')
        return tf.nn.relu(conv + biases)


    def my_image_filter(input_images):
        with tf.variable_scope("conv1"):  #=> variables model/conv1/ · ops …/conv1/
            relu1 = conv_relu(input_images, [5, 5, 1, 32], [32])
        with tf.variable_scope("conv2"):  #=> variables model/conv2/ · ops …/conv2/
            return conv_relu(relu1, [5, 5, 32, 32], [32])


    with tf.variable_scope("model") as scope:
        output1 = my_image_filter(tf.placeholder(tf.float32, [1, 10, 10, 1]))
    with tf.variable_scope(scope, reuse=True):  #=> variables model/ · ops model_1/
        output2 = my_image_filter(tf.placeholder(tf.float32, [1, 20, 20, 1]))
"""

BROKEN = """
    import tensorflow as tf

    a = tf.get_variable("a", [1])  #=> a:0
    b = tf.get_variable("b", [1]  #=> b:0
    with tf.variable_scope("s"):
        c = tf.get_variable("c", [1])  #=> s/c:0
"""

CAPABILITIES = {"textDocument": {"publishDiagnostics": {"relatedInformation": True}}}
"""Of a client that cannot be told later that there are better answers: it waits for them."""
URI = "file:///nowhere/program.py"


@pytest.fixture(scope="module")
def client() -> Any:
    with Client(REAL, capabilities=CAPABILITIES) as started:
        yield started
        assert started.leave() == 0
        assert started.garbage == b""


@pytest.mark.parametrize("source", [TWICE, NAME_SCOPE, NESTED, FILTERS, BROKEN])
def test_hints(client: Client, source: str) -> None:
    fixture = parse(source)
    client.open(URI, fixture.text)
    shown: dict[int, list[str]] = {}
    for line, _, text in client.hints(URI):
        shown.setdefault(line + 1, []).append(text)
    assert shown == fixture.hints


def test_an_error_with_where_the_variable_was_created(client: Client) -> None:
    client.open(URI, parse(TWICE).text)
    (found,) = client.pull(URI)
    assert (found["code"], found["severity"]) == ("variable-exists", 1)
    assert "Variable a already exists, disallowed." in found["message"]
    assert found["range"]["start"] == {"line": 3, "character": 8}
    assert found["relatedInformation"][0]["location"]["range"]["start"]["line"] == 2


@pytest.mark.parametrize("source", [NAME_SCOPE, NESTED, FILTERS])
def test_no_error_where_there_is_none(client: Client, source: str) -> None:
    client.open(URI, parse(source).text)
    assert client.pull(URI) == []


def test_hover_tells_how_the_name_came_about(client: Client) -> None:
    client.open(URI, parse(NESTED).text)
    text = client.hover(URI, 4, 20)
    assert text is not None
    assert "foo/bar/v:0" in text and "[1]" in text and "float32" in text
    foo, bar, v = (line for line in text.split("\n") if line.startswith("- "))
    assert foo.startswith("- `foo`") and 'with tf.variable_scope("foo")' in foo
    assert bar.startswith("- `bar`") and 'with tf.variable_scope("bar")' in bar
    assert v.startswith("- `v`") and f"{URI}#L5" in v


def test_from_the_fetching_call_to_the_creating_one(client: Client) -> None:
    client.open(URI, parse(NESTED).text)
    (location,) = client.at("textDocument/definition", URI, 6, 12)
    assert location["uri"] == URI
    assert location["range"]["start"] == {"line": 4, "character": 12}


def test_a_buffer_that_breaks_while_typing_keeps_its_sound_hints(client: Client) -> None:
    fixture = parse(NESTED)
    client.open(URI, fixture.text)
    before = client.hints(URI)
    client.edit(URI, (1, 0), (1, 0), "print((\n")
    assert client.hints(URI) == [(line + 1, column, text) for line, column, text in before]


def test_open_buffers_shadow_the_disk(client: Client, tmp_path: Path) -> None:
    helper = tmp_path / "helper.py"
    helper.write_text("def make(tf):\n    return tf.get_variable('on_disk', [1])\n")
    main = (tmp_path / "main.py").as_uri()
    client.open(main, "import tensorflow as tf\nimport helper\nv = helper.make(tf)\nprint(v)\n")
    client.hints(main)
    assert "on_disk:0" in (client.hover(main, 2, 6) or "on_disk:0")
    client.open(helper.as_uri(), "def make(tf):\n    return tf.get_variable('unsaved', [])\n")
    client.replace(
        main, "import tensorflow as tf\nimport helper\nhelper.make(tf)\nhelper.make(tf)\n"
    )
    client.hints(main)
    (found,) = client.pull(helper.as_uri())
    assert "Variable unsaved already exists" in found["message"]
