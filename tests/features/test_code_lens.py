"""What functions and scopes make, and whether calls share."""

from __future__ import annotations

import pytest
from lsprotocol import types

from scope_lsp.features.code_lens import code_lens
from scope_lsp.features.uris import uri_of
from tests.support.fixture import PATH, analysed, parse


def lenses(source: str, **settings: bool) -> dict[int, str]:
    """The lens above each line (1-based)."""
    found = code_lens(analysed(parse(source).text, **settings))
    return {
        lens.range.start.line + 1: lens.command.title for lens in found if lens.command is not None
    }


SHARED = """
    import tensorflow as tf


    def net(x):
        with tf.variable_scope("net", reuse=tf.AUTO_REUSE):
            return tf.layers.dense(x, 4, name="d")


    x = tf.zeros([1, 3])
    net(x)
    net(x)
"""


def test_calls_that_share_their_weights() -> None:
    assert lenses(SHARED) == {
        4: "2 variables, 16 parameters · called 2 times: 1 set of weights",
    }
    assert lenses(SHARED, code_lens_functions=False) == {5: "2 variables, 16 parameters"}
    assert lenses(SHARED, code_lens_functions=False, code_lens_scopes=False) == {}


def test_a_scope_that_is_not_all_of_its_function() -> None:
    source = """
        import tensorflow as tf


        def net(x):
            with tf.variable_scope("a"):
                with tf.variable_scope("b"):
                    x = tf.layers.dense(x, 4)
            return tf.layers.dense(x, 4)


        net(tf.zeros([1, 3]))
    """
    assert lenses(source) == {4: "4 variables, 36 parameters", 5: "2 variables, 16 parameters"}


def test_a_lens_shows_places_where_the_client_can() -> None:
    found = code_lens(analysed(parse(SHARED).text), shows_locations=True)
    commands = [lens.command for lens in found if lens.command is not None]
    assert [(command.title, command.command) for command in commands] == [
        ("2 variables, 16 parameters", "scopeLsp.showLocations"),
        ("called 2 times: 1 set of weights", "scopeLsp.showLocations"),
    ]
    shown = []
    for command in commands:
        assert command.arguments is not None
        uri, position, locations = command.arguments
        assert (uri, position) == (uri_of(PATH), types.Position(3, 4))
        shown.append([location.range.start.line for location in locations])
    assert shown == [[5], [9, 10]]


def test_calls_in_a_loop_that_do_not() -> None:
    source = """
        import tensorflow as tf


        def layer(x):
            return tf.layers.dense(x, 3)


        x = tf.zeros([1, 3])
        for _ in range(4):
            x = layer(x)
    """
    assert lenses(source) == {4: "8 variables, 48 parameters · called 4 times: 4 sets of weights"}


def test_a_call_that_uses_a_part_of_the_weights_has_no_set_of_its_own() -> None:
    """Here because its last layer does not fit."""
    source = """
        import tensorflow as tf


        def net(x, reuse=None):
            with tf.variable_scope("net", reuse=reuse):
                tf.get_variable("w", [3])
                tf.layers.dense(x, 1, name="d")


        net(tf.zeros([1, 8]))
        net(tf.zeros([1, 9]), reuse=True)
    """
    assert lenses(source) == {4: "3 variables, 12 parameters · called 2 times: 1 set of weights"}


def test_unknown_sizes_are_not_summed() -> None:
    source = """
        import tensorflow as tf


        def layer(x, size):
            with tf.variable_scope("a"):
                return tf.layers.dense(x, size)
    """
    assert lenses(source) == {4: "2 variables"}


def test_a_scope_that_only_shares() -> None:
    source = """
        import tensorflow as tf

        tf.get_variable("a/w", [])
        with tf.variable_scope("a", reuse=True):
            tf.get_variable("w", [])
    """
    assert lenses(source) == {4: "1 variable, 1 parameter · all shared"}


def test_a_function_that_only_shares_says_so_instead_of_its_scope() -> None:
    source = """
        import tensorflow as tf


        def net(reuse):
            with tf.variable_scope("net", reuse=reuse):
                return tf.get_variable("w", [2])


        def sampler():
            with tf.variable_scope("net", reuse=True):
                return tf.get_variable("w", [2])


        def both():
            first = net(False)
            return net(True)


        both()
        sampler()
    """
    assert lenses(source) == {
        4: "1 variable, 2 parameters · called 2 times: 1 set of weights",
        9: "1 variable, 2 parameters · all shared",
        14: "1 variable, 2 parameters",
    }


@pytest.mark.parametrize("enable", [True, False])
def test_the_setting(enable: bool) -> None:
    assert bool(lenses(SHARED, code_lens_enable=enable)) is enable
