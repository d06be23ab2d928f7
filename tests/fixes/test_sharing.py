"""Fixes of sharing that fails."""

from __future__ import annotations

from textwrap import dedent

from scope_lsp.fixes.judgement import edited
from tests.fixes.offering import PATH, held, judged, offered, preferred

NET = """
def net(x, reuse=False):
    with tf.variable_scope("net"{inner}):
        tf.layers.dense(x, 3, name="fc")

x = tf.zeros([1, 3])
net(x)
net(x{outer})
"""


def test_reuse_is_handed_on_where_the_function_has_the_parameter() -> None:
    program = NET.format(inner="", outer=", reuse=True")
    fixes = offered(program, "variable-exists")
    title = "Pass reuse on to the scope in net"
    assert preferred(program, "variable-exists") == title
    assert 'tf.variable_scope("net", reuse=reuse)' in fixes[title]


def test_the_second_call_asks_for_reuse() -> None:
    program = NET.format(inner=", reuse=reuse", outer="")
    title = "Share the variables: call it with reuse=True"
    assert preferred(program, "variable-exists") == title
    assert offered(program, "variable-exists")[title].endswith("net(x)\nnet(x, reuse=True)\n")


def test_all_later_calls_ask_for_reuse() -> None:
    """What only moves the fault to the next call is not offered as well."""
    program = NET.format(inner=", reuse=reuse", outer="") + "net(x, reuse=False)\n"
    fixes = offered(program, "variable-exists")
    title = "Share the variables: call it with reuse=True, here and below"
    assert list(fixes) == [title]
    assert fixes[title].endswith("net(x)\nnet(x, reuse=True)\nnet(x, reuse=True)\n")


def test_one_call_after_another_is_fixed_where_nothing_fixes_both() -> None:
    program = """
        def dense(x):
            return tf.get_variable("w", [3])

        def main():
            dense(1)
            dense(2)
            dense(3)

        main()
    """
    titles = list(offered(program, "variable-exists"))
    assert titles == [
        "Share the variables: open the scope around it for reuse",
        'Create a second set of variables: put it in the scope "dense_2"',
    ]


def test_a_model_with_its_optimizer_is_built_twice() -> None:
    """Under reuse=True, the optimizer's own variables are missing."""
    program = """
        class Model:
            def __init__(self):
                with tf.variable_scope("rnn"):
                    w = tf.get_variable("w", [3])
                b = tf.get_variable("b", [3])
                self.train = tf.train.AdamOptimizer().minimize(tf.reduce_sum(w * b))

        first = Model()
        second = Model()
    """
    fixes = offered(program, "variable-exists")
    assert list(fixes) == [
        'Create a second set of variables: put it in the scope "Model_2"',
    ]


def test_both_at_once() -> None:
    title = "Pass reuse on to the scope in net, and call it with reuse=True"
    program = NET.format(inner="", outer="")
    assert preferred(program, "variable-exists") == title


def test_one_set_or_two_for_a_function_without_the_parameter() -> None:
    program = """
        def dense(x):
            w = tf.get_variable("w", [3, 3])
            return tf.matmul(x, w)

        def main():
            x = dense(tf.zeros([1, 3]))
            x = dense(x)  # again

        main()
    """
    fixes = offered(program, "variable-exists")
    assert list(fixes) == [
        "Share the variables: open the scope around it for reuse",
        'Create a second set of variables: put it in the scope "dense_2"',
    ]
    shared, second = fixes.values()
    assert "    with tf.variable_scope(tf.get_variable_scope(), reuse=True):\n" in shared
    assert (
        '    with tf.variable_scope("dense_2"):\n        x = dense(x)  # again\n\nmain()\n'
        in second
    )


def test_a_function_that_takes_a_name_is_given_one() -> None:
    program = """
        def block(x, name="block"):
            with tf.variable_scope(name):
                return tf.layers.dense(x, 3, name="fc")

        block(block(tf.zeros([1, 3])))
    """
    fixes = offered(program, "variable-exists")
    text = fixes['Create a second set of variables: name="block_2"']
    assert text.endswith('block(block(tf.zeros([1, 3])), name="block_2")\n')


def test_the_scope_of_the_second_call_is_opened_for_reuse() -> None:
    program = """
        with tf.variable_scope("net"):
            tf.get_variable("w", [3])
        with tf.variable_scope("net"):
            tf.get_variable("w", [3])
    """
    text = offered(program, "variable-exists")['Share the variables: open "net" with reuse=True']
    assert text.count("reuse=True") == 1
    assert text.splitlines()[2] == 'with tf.variable_scope("net", reuse=True):'


def test_a_name_that_is_free() -> None:
    program = """
        x = tf.zeros([1, 3])
        for_a = tf.layers.dense(x, 3, name="conv1")
        for_b = tf.layers.dense(x, 3, name="conv2")
        for_c = tf.layers.dense(x, 3, name="conv2")
    """
    text = offered(program, "variable-exists")['Give it its own name: "conv3"']
    assert text.endswith('for_c = tf.layers.dense(x, 3, name="conv3")\n')


def test_rounds_of_a_loop_are_numbered_or_share() -> None:
    program = """
        for i in range(3):
            tf.get_variable("w", [3])
    """
    fixes = offered(program, "variable-exists")
    title = 'Create a set of variables for each i: "w_%s" % i'
    assert preferred(program, "variable-exists") == title
    assert fixes[title].endswith('    tf.get_variable("w_%s" % i, [3])\n')
    assert (
        "reuse=tf.AUTO_REUSE" in fixes["Let every round share the variables: reuse=tf.AUTO_REUSE"]
    )


def test_auto_reuse_comes_last_and_only_where_both_calls_are_one() -> None:
    program = NET.format(inner="", outer=", None")
    assert list(offered(program, "variable-exists"))[-1] == (
        "Let every call share the variables: reuse=tf.AUTO_REUSE"
    )
    program = """
        with tf.variable_scope("net"):
            tf.get_variable("w", [3])
            tf.get_variable("w", [3])
    """
    assert not any("AUTO_REUSE" in title for title in offered(program, "variable-exists"))


def test_a_name_typed_wrong() -> None:
    program = """
        with tf.variable_scope("encoder"):
            tf.get_variable("w", [3])
        with tf.variable_scope("encodr", reuse=True):
            tf.get_variable("w", [3])
    """
    title = 'Did you mean "encoder"?'
    assert preferred(program, "variable-missing") == title
    assert "encodr" not in offered(program, "variable-missing")[title]


def test_what_is_shared_before_it_is_made() -> None:
    program = """
        with tf.variable_scope("net", reuse=True):
            tf.get_variable("w", [3])
    """
    fixes = offered(program, "variable-missing")
    assert [text.splitlines()[0] for text in fixes.values()] == [
        'with tf.variable_scope("net"):',
        'with tf.variable_scope("net", reuse=tf.AUTO_REUSE):',
    ]


def test_an_optimizer_under_reuse() -> None:
    program = """
        with tf.variable_scope("net"):
            w = tf.get_variable("w", [3])
            tf.get_variable_scope().reuse_variables()
            tf.train.AdamOptimizer().minimize(tf.reduce_sum(w))
    """
    (text,) = offered(program, "optimizer-under-reuse").values()
    assert text.endswith(
        "    with tf.variable_scope(tf.get_variable_scope(), reuse=tf.AUTO_REUSE):\n"
        "        tf.train.AdamOptimizer().minimize(tf.reduce_sum(w))\n"
    )


def test_what_does_not_mend_is_not_offered() -> None:
    """Only one of two faults of a scope is fixed by naming the first variable otherwise."""
    program = dedent("""
        def net(x):
            tf.get_variable("a", [3])
            tf.get_variable("b", [3])

        net(1)
        net(2)
    """)
    titles = list(offered(program, "variable-exists"))
    assert titles == [
        "Share the variables: open the scope around it for reuse",
        'Create a second set of variables: put it in the scope "net_2"',
    ]


def test_a_scope_in_a_file_that_does_not_import_tensorflow() -> None:
    """The import is spelt as in the file that the program calls."""
    net = """
import tensorflow.compat.v1 as tf

class Net:
    def __init__(self):
        with tf.variable_scope("out"):
            self.w = tf.get_variable("w", [3])
        self.b = tf.get_variable("b", [3])
"""
    beginning = '"""Both."""\n\nimport os  # the folder\nfrom net import Net\n'
    program = f"{beginning}\none = Net()\ntwo = Net()\n"
    texts = {PATH: program, PATH.replace("model", "net"): net}
    before = judged(texts)
    (finding,) = (one for one in before.findings if one.code == "variable-exists")
    fixes = {fix.title: edited(fix.edits, texts.get) for fix in held(before, finding, texts)}
    assert {title: after and after[PATH] for title, after in fixes.items()} == {
        "Share the variables: open the scope around it for reuse": beginning
        + "import tensorflow.compat.v1 as tf\n\none = Net()\n"
        "with tf.variable_scope(tf.get_variable_scope(), reuse=True):\n    two = Net()\n",
        'Create a second set of variables: put it in the scope "Net_2"': beginning
        + "import tensorflow.compat.v1 as tf\n\none = Net()\n"
        'with tf.variable_scope("Net_2"):\n    two = Net()\n',
    }
