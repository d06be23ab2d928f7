"""Sets of texts have no order that a program may rely on: it depends on the hash seed.

Names that are given are made in any order.  Which member gets which automatic name, or which comes
first, is not certain.  That the order changes is a rule of Python, not of TensorFlow.
"""

from __future__ import annotations

import pytest

from tests.analysis.running import names, run

GIVEN = """\
for n in {"a", "bb"}:
    tf.get_variable(n, [])
    with tf.variable_scope("s_" + n):
        tf.layers.dense(tf.zeros([2, 3]), len(n), use_bias=False)
"""


def test_names_that_are_given_are_certain() -> None:
    assert names(run(GIVEN)) == ["a:0", "s_a/dense/kernel:0", "bb:0", "s_bb/dense/kernel:0"]


@pytest.mark.parametrize(
    "program",
    [
        "for n in {'a', 'bb'}:\n    tf.layers.dense(tf.zeros([2, 3]), len(n), use_bias=False)",
        "for n in set(['a', 'bb']):\n    tf.Variable(tf.zeros([len(n)]), name='v')",
        "for n in list(frozenset(('a', 'bb'))):\n    tf.Variable(tf.zeros([len(n)]), name='v')",
        "[tf.Variable(tf.zeros([len(n)]), name='v') for n in {'a', 'bb'}]",
        "for n in {'a', 'bb'}:\n    with tf.name_scope('s'):\n        tf.Variable(0.0, name=n)",
        "for i, n in enumerate({'a', 'bb'}):\n    tf.get_variable('v%d_%s' % (i, n), [])",
        "for n, k in zip({'a', 'bb'}, 'pq'):\n    tf.get_variable(n + k, [])",
        "for n in {'a', 'bb'}:\n    tf.get_variable(n, [])\n    break",
        "tf.get_variable(list({'a', 'bb'})[0], [])",
        "tf.get_variable([n for n in {'a', 'bb'}][0], [])",
        "tf.get_variable(next(iter({'a', 'bb'})), [])",
        "tf.get_variable('_'.join({'a', 'bb'}), [])",
        "a, b = {'a', 'bb'}\ntf.get_variable(a, [])",
        "for n in {'a', 'bb'}:\n    last = n\ntf.get_variable('z' + last, [])",
        "for n in {'a', 'bb'}:\n    pass\ntf.get_variable('z' + n, [])",
        "first = None\nfor n in {'a', 'bb'}:\n    first = first or n\n    if first is None:\n"
        "        first = n\ntf.get_variable('z' + first, [])",
        "s = ''\nfor n in {'a', 'bb'}:\n    s += n\ntf.get_variable('z' + s, [])",
        "found = []\nfor n in {'a', 'bb'}:\n    found.append(n)\ntf.get_variable(found[0], [])",
        "k = c = 0\nfor n in {'a', 'bb'}:\n    c += 1\n    if n == 'a':\n        k = c\n"
        "tf.get_variable('z%d' % k, [])",
        "for i, n in enumerate(dict.fromkeys({'a', 'bb'})):\n    tf.get_variable(n + str(i), [])",
        "for i, n in enumerate({n: 1 for n in {'a', 'bb'}}):\n    tf.get_variable(n + str(i), [])",
        "d = {}\nfor n in {'a', 'bb'}:\n    d[n] = 1\n"
        "for i, (n, _) in enumerate(d.items()):\n    tf.get_variable(n + str(i), [])",
        "import collections\nd = collections.Counter({'a', 'bb'})\n"
        "for i, n in enumerate(d.keys()):\n    tf.get_variable(n + str(i), [])",
        "tf.get_variable(list(dict((n, 1) for n in {'a', 'bb'}))[0], [])",
        "for n in (n + 'x' for n in {'a', 'bb'}):\n    tf.Variable(tf.zeros([len(n)]), name='v')",
        "for n in map(str.upper, {'a', 'bb'}):\n    tf.Variable(tf.zeros([len(n)]), name='v')",
        "for n in filter(None, {'a', 'bb'}):\n    tf.Variable(tf.zeros([len(n)]), name='v')",
        "tf.get_variable(next(reversed(list({'a', 'bb'}))), [])",
        "tf.get_variable([*{'a', 'bb'}][0], [])",
        "tf.get_variable((*{'a', 'bb'}, 'c')[-1], [])",
        "tf.get_variable(tuple({'a', 'bb'})[0], [])",
        "tf.get_variable(tuple({'a', 'bb'})[:1][0], [])",
        "tf.get_variable((tuple({'a', 'bb'}) + ('c',))[0], [])",
        "tf.get_variable('%s_%s' % tuple({'a', 'bb'}), [])",
        "tf.get_variable('z%d' % tuple({'a', 'bb'}).index('a'), [])",
        "for i, n in enumerate(tuple({'a', 'bb'})):\n    tf.get_variable(n + str(i), [])",
        "tf.get_variable('z%s' % (list({'a', 'bb'}) == ['a', 'bb']), [])",
        "tf.get_variable('z%s' % (tuple({'a', 'bb'}) < ('b',)), [])",
        "def f(first, *rest):\n    tf.get_variable(first, [])\nf(*{'a', 'bb'})",
        "tf.get_variable('{}_{}'.format(*{'a', 'bb'}), [])",
        "tf.get_variable(max({'a', 'b'}, key=len), [])",
        "tf.get_variable(min({'a', 'b'}, key=lambda n: 0), [])",
        "tf.get_variable(sorted({'a', 'b'}, key=len)[0], [])",
        "n = list({'a', 'b'})\nn.sort(key=len)\ntf.get_variable(n[0], [])",
        "import functools\ntf.get_variable(functools.reduce(lambda a, b: a + b, {'a', 'bb'}), [])",
        "tf.get_variable(dict.fromkeys({'a', 'bb'}).popitem()[0], [])",
        "import collections\n"
        "tf.get_variable(collections.Counter({'a', 'bb'}).most_common(1)[0][0], [])",
        "import heapq\ntf.get_variable(heapq.nlargest(1, {'a', 'b'}, key=len)[0], [])",
        "n = []\nn.extend({'a', 'bb'})\ntf.get_variable(n[0], [])",
        "n = []\nn += {'a', 'bb'}\ntf.get_variable(n[0], [])",
        "n = [1]\nn[:] = {'a', 'bb'}\ntf.get_variable(n[0], [])",
        "import itertools\n"
        "for n in itertools.chain({'a', 'bb'}, ['c']):\n    tf.Variable([0.0] * len(n), name='v')",
        "def f():\n    for n in {'a', 'bb'}:\n        yield n\ntf.get_variable(next(f()), [])",
        "def f():\n    for n in {'a', 'bb'}:\n        yield n\ntf.get_variable(list(f())[0], [])",
        "class A:\n    def __init__(self):\n        for n in {'a', 'bb'}:\n"
        "            self.last = n\ntf.get_variable('z' + A().last, [])",
    ],
)
def test_what_depends_on_the_order_is_not_certain(program: str) -> None:
    found = names(run(program))
    assert found
    assert all(name.endswith("?") for name in found)


@pytest.mark.parametrize(
    "program",
    [
        "for n in sorted({'bb', 'a'}):\n    tf.Variable(0.0, name='v')\n    tf.get_variable(n, [])",
        "for n in sorted(list({'bb', 'a'})):\n    tf.Variable(0.0, name='v')\n"
        "    tf.get_variable(n, [])",
    ],
)
def test_a_sorted_set_has_an_order(program: str) -> None:
    assert names(run(program)) == ["v:0", "a:0", "v_1:0", "bb:0"]


@pytest.mark.parametrize(
    ("program", "found"),
    [
        ("tf.get_variable(max({'a', 'bb'}, key=len), [])", ["bb:0"]),
        ("tf.get_variable(sorted({'a', 'bb'}, key=len)[0], [])", ["a:0"]),
        ("n = list({'a', 'bb'})\nn.sort()\ntf.get_variable(n[0], [])", ["a:0"]),
        ("n = [*{'a', 'bb'}]\nn.sort(key=len)\ntf.get_variable(n[0], [])", ["a:0"]),
        ("for n in tuple({'a', 'bb'}):\n    tf.get_variable(n, [])", ["a:0", "bb:0"]),
        ("for n in [*{'a', 'bb'}, 'c']:\n    tf.get_variable(n, [])", ["a:0", "bb:0", "c:0"]),
        ("for n in {*{'a', 'bb'}, 'c'}:\n    tf.get_variable(n, [])", ["a:0", "bb:0", "c:0"]),
        ("tf.get_variable('%s' % tuple({'a'}), [])", ["a:0"]),
    ],
)
def test_what_does_not_depend_on_the_order_is_certain(program: str, found: list[str]) -> None:
    assert names(run(program)) == found


def test_a_dict_over_a_set_has_certain_names() -> None:
    found = run("for n in dict.fromkeys({'a', 'bb'}):\n    tf.get_variable(n, [])\n")
    assert names(found) == ["a:0", "bb:0"]


def test_numbers_have_an_order() -> None:
    found = run("for n in {3, 1, 2}:\n    tf.Variable(tf.zeros([n]), name='v')")
    assert names(found) == ["v:0", "v_1:0", "v_2:0"]
    assert [event.shape for event in found.variables] == [(1,), (2,), (3,)]


def test_what_is_made_after_the_loop_is_certain() -> None:
    found = run("for n in {'a', 'bb'}:\n    tf.get_variable(n, [])\ntf.Variable(0.0)\n")
    assert names(found)[-1] == "Variable:0"


def test_a_sum_over_a_set_is_certain() -> None:
    loop = "n = 0\nfor s in {'a', 'bb'}:\n    n += len(s)\n    found = True\n"
    assert names(run(f"{loop}tf.get_variable('n%d_%s' % (n, found), [])")) == ["n3_True:0"]
