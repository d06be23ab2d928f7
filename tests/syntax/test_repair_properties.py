"""Whatever is broken in a valid file, its other statements stay where they were."""

from __future__ import annotations

import ast
from textwrap import dedent

from hypothesis import given, settings
from hypothesis import strategies as st

from scope_lsp.syntax import ParseResult, parse

FIRST = "first = tf.get_variable('first', [1])\n"
SOUND = dedent(
    '''\
    """A model."""
    import tensorflow as tf


    def dense(x, units, name=None):
        """A layer: it's dense."""
        with tf.variable_scope(name, "dense"):
            kernel = tf.get_variable(
                "kernel",
                shape=[int(x.shape[-1]), units],
            )
            return tf.matmul(x, kernel)  # (no bias)


    class Model(object):
        def __init__(self, sizes=(1, 2)):
            self.sizes = {name: [size] for name, size in enumerate(sizes)}

        def __call__(self, x):
            for name, size in self.sizes.items():
                try:
                    if size[0] > 3:
                        x = dense(x, size[0], "a%d" % name)
                    elif size:
                        x = dense(x, 4)
                    else:
                        continue
                except ValueError as error:
                    raise TypeError("""no
    such
    thing""") from error
            return x


    if __name__ == "__main__":
        y = Model()(tf.placeholder(tf.float32, [None, 3])); z = 1
    '''
)
LINES = SOUND.split("\n")

WORDS = ["def ", "class", "else:", "with x(", "try:\n", "print x", "except E, e:", "match x:\n"]
CHARACTERS = "()[]{}'\",:=.#\\ \t\n\r\f\0@`%!;*é\u2028\udc80"
fragments = st.sampled_from([*CHARACTERS, *WORDS, '"""', "'''", "\n\n", "    ", "lambda"])
mutations = st.lists(
    st.tuples(st.integers(0, len(SOUND)), st.integers(0, 40), st.lists(fragments, max_size=3)),
    min_size=1,
    max_size=4,
)


def mutilated(text: str, changes: list[tuple[int, int, list[str]]]) -> str:
    for position, length, inserted in changes:
        text = text[:position] + "".join(inserted) + text[position + length :]
    return text


def well_formed(result: ParseResult, text: str) -> None:
    """The tree compiles back to source, its positions and those of the problems lie in ``text``."""
    ast.unparse(result.tree)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for node in ast.walk(result.tree):
        if isinstance(node, (ast.stmt, ast.expr)):
            assert 1 <= node.lineno <= len(lines)
            assert node.col_offset >= 0
    for problem in result.problems:
        assert 1 <= problem.line <= problem.end_line <= len(lines)
        assert 1 <= problem.column <= len(lines[problem.line - 1]) + 1
        assert 1 <= problem.end_column <= len(lines[problem.end_line - 1]) + 1


@settings(max_examples=400, deadline=None)
@given(mutations)
def test_mutilations_keep_a_sound_first_statement(
    changes: list[tuple[int, int, list[str]]],
) -> None:
    text = FIRST + "\n" + mutilated(SOUND, changes)
    result = parse(text)
    well_formed(result, text)
    expected = ast.parse(FIRST).body[0]
    if len(text.splitlines()[1].strip()) == 0:
        assert ast.dump(result.tree.body[0], include_attributes=True) == ast.dump(
            expected, include_attributes=True
        )


@settings(max_examples=150, deadline=None)
@given(
    st.integers(0, len(LINES) - 1),
    st.sampled_from(["(", "[", "{", " +", " = =", " x y", "@", ":::"]),
)
def test_a_broken_line_costs_no_other_statement(index: int, garbage: str) -> None:
    lines = list(LINES)
    lines[index] += garbage
    text = "\n".join(lines)
    result = parse(text)
    well_formed(result, text)
    hit = [
        range(node.lineno, (node.end_lineno or node.lineno) + 1)
        for node in ast.walk(ast.parse(SOUND))
        if isinstance(node, ast.stmt) and not hasattr(node, "body")
    ]
    touched = {index + 1}.union(*(lines for lines in hit if index + 1 in lines))
    kept = {ast.dump(node, include_attributes=True) for node in ast.walk(result.tree)}
    for node in ast.walk(ast.parse(SOUND)):
        if isinstance(node, ast.stmt) and not hasattr(node, "body") and node.lineno not in touched:
            assert ast.dump(node, include_attributes=True) in kept, (node.lineno, text)


@settings(max_examples=150, deadline=None)
@given(st.integers(0, len(SOUND)))
def test_a_file_being_typed_keeps_its_finished_lines(length: int) -> None:
    text = SOUND[:length]
    result = parse(text)
    well_formed(result, text)
    finished = text.count("\n")
    kept = {ast.dump(node, include_attributes=True) for node in ast.walk(result.tree)}
    for node in ast.walk(ast.parse(SOUND)):
        simple = isinstance(node, ast.stmt) and not hasattr(node, "body")
        if simple and (node.end_lineno or 0) <= finished:
            assert ast.dump(node, include_attributes=True) in kept, (node.lineno, text)


@settings(max_examples=300, deadline=None)
@given(st.lists(fragments, max_size=40))
def test_nonsense_never_raises(parts: list[str]) -> None:
    text = "".join(parts)
    well_formed(parse(text), text)
