"""Exceptions that may have come to a handler: the rest of the ``try`` may not be reached."""

from __future__ import annotations

import pytest

from tests.analysis.running import names, run

CHECKED = (
    "def check():\n"
    "    if absent.flag:\n"
    "        raise ValueError('no')\n"
    "    tf.get_variable('checked', [])\n"
)
CASES = {
    "an undecided raise": (
        "try:\n"
        "    if absent.flag:\n"
        "        raise ValueError('no')\n"
        "    tf.get_variable('rest', [])\n"
        "except ValueError:\n"
        "    tf.get_variable('handled', [])\n"
        "else:\n"
        "    tf.get_variable('fine', [])\n",
        ["rest:0?", "handled:0?", "fine:0?"],
    ),
    "in a function": (
        f"{CHECKED}"
        "try:\n"
        "    check()\n"
        "    tf.get_variable('rest', [])\n"
        "except ValueError:\n"
        "    pass\n",
        ["checked:0?", "rest:0?"],
    ),
    "a handler of any exception is for what nobody expects": (
        f"{CHECKED}"
        "try:\n"
        "    check()\n"
        "    tf.get_variable('rest', [])\n"
        "except Exception as error:\n"
        "    print(error)\n",
        ["checked:0", "rest:0"],
    ),
    "without a handler the program ends": (
        f"{CHECKED}check()\ntf.get_variable('rest', [])\n",
        ["checked:0", "rest:0"],
    ),
    "a module that may be missing": (
        "try:\n"
        "    import elsewhere\n"
        "    tf.get_variable('with_it', [])\n"
        "except ImportError:\n"
        "    tf.get_variable('without', [])\n"
        "else:\n"
        "    tf.get_variable('then', [])\n",
        ["with_it:0?", "without:0?", "then:0?"],
    ),
    "a test asks whether unknown code refuses something": (
        "try:\n"
        "    absent.target(classes=1)\n"
        "    raise AssertionError('it did not')\n"
        "except ValueError as error:\n"
        "    tf.get_variable('refused', [])\n",
        ["refused:0?"],
    ),
    "a file that may be missing": (
        "try:\n"
        "    text = open('settings.txt').read()\n"
        "    tf.get_variable('read', [])\n"
        "except IOError:\n"
        "    pass\n",
        ["read:0?"],
    ),
    "an unpacking of what unknown code may have filled": (
        "v = tf.get_variable('v', [])\n"
        "absent.build()\n"
        "try:\n"
        "    a, b = tf.global_variables()\n"
        "    tf.get_variable('two', [])\n"
        "except ValueError:\n"
        "    tf.get_variable('another', [])\n",
        ["v:0", "two:0?", "another:0?"],
    ),
    "in a loop, for one round each": (
        "for i in range(2):\n"
        "    tf.get_variable('before_%d' % i, [])\n"
        "    try:\n"
        "        if absent.flag:\n"
        "            raise KeyError(i)\n"
        "        tf.get_variable('tried_%d' % i, [])\n"
        "    except KeyError:\n"
        "        continue\n",
        ["before_0:0", "tried_0:0?", "before_1:0", "tried_1:0?"],
    ),
}


OUTSIDE = {
    "a clause that builds": (
        "try:\n"
        "    absent.load()\n"
        "    tf.get_variable('loaded', [])\n"
        "except IOError:\n"
        "    tf.get_variable('handled', [])\n",
        ["loaded:0", "handled:0?"],
    ),
    "a clause without a type": (
        "try:\n    absent.load()\nexcept:\n    tf.get_variable('handled', [])\n",
        ["handled:0?"],
    ),
    "the end of a dataset": (
        "with tf.Session() as session:\n"
        "    try:\n"
        "        while True:\n"
        "            session.run(absent.step)\n"
        "    except tf.errors.OutOfRangeError:\n"
        "        tf.get_variable('handled', [])\n",
        ["handled:0?"],
    ),
    "the end of each epoch": (
        "for epoch in range(2):\n"
        "    while True:\n"
        "        try:\n"
        "            tf.Session().run(absent.step)\n"
        "        except tf.errors.OutOfRangeError:\n"
        "            tf.get_variable('epoch_%d' % epoch, [])\n"
        "            break\n",
        ["epoch_0:0?", "epoch_1:0?"],
    ),
    "the body returns, and the clause goes on": (
        "def load():\n"
        "    try:\n"
        "        return absent.load()\n"
        "    except IOError as error:\n"
        "        print(error)\n"
        "    return tf.get_variable('anew', [])\n"
        "load()\n",
        ["anew:0?"],
    ),
    "a clause that builds nothing says what to do without data": (
        "try:\n"
        "    absent.load()\n"
        "    size = 3\n"
        "except IOError:\n"
        "    size = 4\n"
        "tf.get_variable('w_%d' % size, [])\n",
        ["w_3:0"],
    ),
    "what stands there already is not made again": (
        "try:\n"
        "    tf.get_variable('w', [absent.size()])\n"
        "except ValueError:\n"
        "    tf.get_variable('w', [1])\n",
        ["w:0"],
    ),
    "a clause that raises again": (
        "try:\n    absent.load()\nexcept IOError:\n    tf.get_variable('handled', [])\n    raise\n",
        ["handled:0?"],
    ),
    "a clause that leaves the program": (
        "try:\n    absent.load()\nexcept IOError:\n    raise SystemExit(1)\n",
        [],
    ),
    "an interrupt comes from the keyboard": (
        "try:\n"
        "    absent.load()\n"
        "except KeyboardInterrupt:\n"
        "    tf.get_variable('interrupted', [])\n",
        [],
    ),
}


@pytest.mark.parametrize("case", OUTSIDE)
def test_unknown_code_may_raise_what_is_caught_around_it(case: str) -> None:
    text, expected = OUTSIDE[case]
    analysis = run(f"import absent\n{text}tf.get_variable('end', [])\n")
    assert list(dict.fromkeys(names(analysis))) == [*expected, "end:0"]
    assert not analysis.errors


@pytest.mark.parametrize("case", CASES)
def test_what_may_not_be_reached_is_possible(case: str) -> None:
    text, expected = CASES[case]
    analysis = run(f"import absent\n{text}tf.get_variable('end', [])\n")
    assert names(analysis) == [*expected, "end:0"]


@pytest.mark.parametrize(
    ("target", "iterable", "ends"),
    [("row", "x", False), ("i, row", "enumerate(x)", True), ("row", "[y for y in x]", True)],
)
def test_what_a_layer_goes_through_may_be_a_tensor(target: str, iterable: str, ends: bool) -> None:
    """AutoGraph converts the `for` statements of layers over tensors, and no other iteration."""
    found = run(
        "class L(tf.keras.layers.Layer):\n"
        "    def call(self, x):\n"
        f"        for {target} in {iterable}:\n"
        "            tf.reduce_sum(row)\n"
        "        return x\n"
        "L()(tf.zeros([2, 3]))\n"
        "tf.get_variable('end', [])\n"
    )
    assert names(found) == ["end:0?" if ends else "end:0"]
    assert bool(found.problems) is ends


def test_code_that_is_known_does_not_refuse() -> None:
    found = run(
        "try:\n"
        "    tf.get_variable('w', [])\n"
        "    raise AssertionError('it did not')\n"
        "except ValueError:\n"
        "    pass\n"
        "tf.get_variable('end', [])\n"
    )
    assert names(found) == ["w:0", "end:0?"]
    assert found.problems


REFUSALS = {
    "it may exist": (
        "if absent.flag: tf.get_variable('w', [])\n"
        "try:\n"
        "    tf.get_variable('w', [])\n"
        "    tf.get_variable('made', [])\n"
        "except ValueError:\n"
        "    tf.get_variable('handled', [])\n",
        ["w:0?", "w:0?", "made:0?", "handled:0?"],
    ),
    "it may be missing": (
        "absent.call(lambda i: tf.get_variable('w_%d' % i, []))\n"
        "try:\n"
        "    with tf.variable_scope('', reuse=True):\n"
        "        tf.get_variable('w_0', [])\n"
        "    tf.get_variable('found', [])\n"
        "except ValueError:\n"
        "    tf.get_variable('handled', [])\n",
        ["w_{i}:0?", "w_0:0?", "found:0?", "handled:0?"],
    ),
    "any exception is caught": (
        "if absent.flag: tf.get_variable('w', [])\n"
        "try:\n"
        "    tf.get_variable('w', [])\n"
        "    tf.get_variable('made', [])\n"
        "except Exception:\n"
        "    tf.get_variable('handled', [])\n",
        ["w:0?", "w:0?", "made:0", "handled:0?"],
    ),
}


@pytest.mark.parametrize("case", REFUSALS)
def test_what_tensorflow_may_refuse_is_no_fault_where_it_is_caught(case: str) -> None:
    text, expected = REFUSALS[case]
    found = run(f"import absent\n{text}tf.get_variable('end', [])\n")
    assert names(found) == [*expected, "end:0"]
    assert not found.errors


@pytest.mark.parametrize(
    "body",
    [
        "for i, x in enumerate(xs): tf.get_variable('v%d' % i, [])\n",
        "n = 0\nfor x in xs:\n    tf.get_variable('v%d' % n, [])\n    n += 1\n",
        "n = 0\nfor x in xs:\n    with tf.variable_scope('s%d' % n):\n"
        "        tf.get_variable('v', [])\n    n += 1\n",
    ],
)
def test_a_counter_of_rounds_gives_no_name_twice(body: str) -> None:
    """Of two doubts, one is about the name, and the other about the variable that has it."""
    start = "import absent\nxs = [1]\nif absent.flag: xs.append(2)\nxs.append(3)\n"
    assert not run(start + body).errors


def test_a_name_that_is_one_of_several_may_be_taken() -> None:
    text = (
        "n = 1 if absent.flag else 2\ntf.get_variable('v1', [])\ntf.get_variable('v%d' % n, [])\n"
    )
    [error] = run(f"import absent\n{text}").errors
    assert error.code == "variable-exists"
