"""Fixes that write another name."""

from __future__ import annotations

from textwrap import dedent

from tests.fixes.offering import offered, preferred

TWO = """
with tf.variable_scope("gen"):
    tf.get_variable("w", [3])
with tf.variable_scope("generator"):
    tf.get_variable("w", [3])
"""


def test_a_slash_for_a_prefix_that_catches_another_scope() -> None:
    (text,) = offered(TWO + 'tf.trainable_variables("gen")\n', "collection-prefix").values()
    assert text.endswith('tf.trainable_variables("gen/")\n')
    assert preferred(TWO + 'tf.trainable_variables("gen")\n', "collection-prefix")


def test_a_slash_for_a_condition_that_catches_another_scope() -> None:
    line = "a = [v for v in tf.global_variables() if v.name.startswith({})]\n"
    (text,) = offered(TWO + line.format('"gen"'), "collection-prefix").values()
    assert text.endswith(line.format('"gen/"'))
    chosen = 'NAME = "gen"\n' + line.format("NAME")
    (text,) = offered(TWO + chosen, "collection-prefix").values()
    assert text.endswith('NAME = "gen"\n' + line.format('NAME + "/"'))


def test_a_string_that_may_name_the_scope_too_is_left_alone() -> None:
    program = """
        NAME = "gen"
        with tf.variable_scope("generator"):
            tf.get_variable("w", [3])
        with tf.variable_scope(NAME):
            tf.get_variable("w", [3])
        tf.trainable_variables(scope=NAME)
    """
    (text,) = offered(program, "collection-prefix").values()
    assert 'NAME = "gen"\n' in text
    assert text.endswith('tf.trainable_variables(scope=NAME + "/")\n')


def test_no_slash_where_each_object_asks_for_its_own_numbered_copy() -> None:
    program = """
        class Net:
            def __init__(self, name):
                with tf.variable_scope(name):
                    tf.Variable(1.0, name="w")
                self.all = tf.get_collection(tf.GraphKeys.GLOBAL_VARIABLES, scope=name)

        first = Net(name="gcn")
        second = Net(name="gcn")
    """
    assert offered(program, "collection-prefix") == {}


def test_a_slash_for_a_prefix_that_is_computed() -> None:
    program = (
        TWO
        + """
class Net:
    def __init__(self, name):
        self.name = name + "n"
        self.all = tf.get_collection(tf.GraphKeys.GLOBAL_VARIABLES, scope=self.name)

Net("ge")
"""
    )
    fixes = offered(program, "collection-prefix")
    text = fixes['Match only the scope itself: self.name + "/"']
    assert 'get_collection(tf.GraphKeys.GLOBAL_VARIABLES, scope=self.name + "/")' in text


def test_a_slash_for_a_prefix_that_is_chosen() -> None:
    program = TWO + "def part(a):\n    return tf.trainable_variables(a if a else None)\n"
    (text,) = offered(program + "part('g' + 'en')\n", "collection-prefix").values()
    assert 'tf.trainable_variables((a if a else None) + "/")' in text


def test_a_string_that_was_meant_otherwise() -> None:
    program = TWO + 'tf.get_default_graph().get_tensor_by_name("generatr/w:0")\n'
    fixes = offered(program, "unknown-name")
    text = fixes['Did you mean "generator/w:0"?']
    assert text.endswith('get_tensor_by_name("generator/w:0")\n')
    assert next(iter(fixes)) == 'Did you mean "generator/w:0"?'


def test_only_the_names_that_are_one_slip_away() -> None:
    program = """
        for name in ("model", "modern"):
            with tf.variable_scope(name):
                for number in (1, 10):
                    tf.get_variable("conv%d" % number, [3])
    """

    def titles(line: str, code: str) -> list[str]:
        return list(offered(dedent(program) + line, code))

    fetched = "tf.get_default_graph().get_tensor_by_name({!r})\n"
    for slip in ("modl/conv1:0", "modeel/conv1:0", "mpdel/conv1:0", "moddl/conv1:0"):
        found = titles(fetched.format(slip), "unknown-name")
        assert found == ['Did you mean "model/conv1:0"?'], slip
    selected = 'tf.trainable_variables("mode/conv1")\n'
    assert titles(selected, "empty-filter") == ['Did you mean "model/conv1"?']


def test_a_name_in_capitals() -> None:
    program = TWO + 'tf.get_default_graph().get_tensor_by_name("Generator/w:0")\n'
    assert list(offered(program, "unknown-name")) == ['Did you mean "generator/w:0"?']


def test_the_missing_output_number() -> None:
    program = TWO + "tf.get_default_graph().get_tensor_by_name('gen/w')\n"
    assert list(offered(program, "unknown-name")) == ['Write "gen/w:0"']
    assert preferred(program, "unknown-name") == 'Write "gen/w:0"'


def test_a_name_that_a_session_is_asked_for() -> None:
    program = """
        x = tf.placeholder(tf.float32, [1], name="images")
        y = tf.identity(x, name="total")
        tf.Session().run(["totl:0", y], feed_dict={x: [1]})
    """
    fixes = offered(program, "unknown-name")
    assert '.run(["total:0", y], feed_dict={x: [1]})' in fixes['Did you mean "total:0"?']
    program = program.replace('"totl:0"', '"total:0"').replace("{x: [1]}", '{"images": [1]}')
    fixes = offered(program, "unknown-name")
    assert '.run(["total:0", y], feed_dict={"images:0": [1]})' in fixes['Write "images:0"']


def test_a_slip_in_a_list_of_names() -> None:
    program = TWO + (
        "NAMES = ['generator/w:0', 'genrator/bias:0']\n"
        "tf.get_variable('generator/bias', [1])\n"
        "[v for v in tf.trainable_variables() if v.name in NAMES]\n"
    )
    (text,) = offered(program, "unknown-name").values()
    assert "NAMES = ['generator/w:0', 'generator/bias:0']" in text


def test_a_filter_that_lets_nothing_through() -> None:
    program = TWO + ("[v for v in tf.trainable_variables() if v.name.startswith('genrator/')]\n")
    (text,) = offered(program, "empty-filter").values()
    assert "startswith('generator/')" in text
    fixes = offered(TWO + 'tf.global_variables("genertor/")\n', "empty-filter")
    assert 'tf.global_variables("generator/")' in fixes['Did you mean "generator/"?']


def test_a_scope_of_variables_in_place_of_one_of_ops() -> None:
    program = """
        with tf.name_scope(name="encoder"):
            tf.get_variable("w", [3])
    """
    (text,) = offered(program, "name-scope-ignored").values()
    assert text.startswith('with tf.variable_scope(name_or_scope="encoder"):')


def test_the_name_that_a_variable_has_got() -> None:
    program = """
        a = tf.Variable(1.0, name="v")
        b = tf.Variable(1.0, name="v")
    """
    (text,) = offered(program, "variable-renamed").values()
    assert text.endswith('b = tf.Variable(1.0, name="v_1")\n')


def test_a_layer_is_shared_by_its_name() -> None:
    program = """
        with tf.variable_scope("net", reuse=tf.AUTO_REUSE):
            for _ in range(2):
                tf.layers.dense(tf.zeros([1, 3]), 3)
    """
    (text,) = offered(program, "not-shared").values()
    assert text.endswith('tf.layers.dense(tf.zeros([1, 3]), 3, name="dense")\n')


def test_a_name_that_no_scope_may_have() -> None:
    (text,) = offered('with tf.variable_scope("my scope"):\n    pass\n', "scope-error").values()
    assert 'tf.variable_scope("my_scope")' in text
