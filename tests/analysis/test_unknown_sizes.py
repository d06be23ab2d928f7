"""Sizes that the analysis does not know, which TensorFlow may know."""

from __future__ import annotations

from tests.analysis.running import names, run


def test_unknown_sizes_are_no_reason_to_refuse_a_partitioned_variable() -> None:
    found = run("""
import somewhere

with tf.variable_scope("a", partitioner=tf.fixed_size_partitioner(2)):
    tf.get_variable("w", [somewhere.size(), 4])
    tf.get_variable("b", [4])
""")
    assert names(found) == ["a/w/part_{n}:0?", "a/b/part_0:0", "a/b/part_1:0"]
    assert not found.errors


def test_an_unknown_shape_hides_nothing_where_a_handler_waits() -> None:
    found = run("""
import somewhere

try:
    tf.get_variable("b", shape=3 * somewhere.size, initializer=tf.constant_initializer(0.0))
except:
    raise NotImplementedError("no")
tf.get_variable("after", [4])
""")
    assert names(found) == ["b:0", "after:0"]
    assert [gap.reason for gap in found.gaps] == ["module somewhere was not found"]
