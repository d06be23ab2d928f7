"""In which way strings name things, by the call or the condition that they are given to."""

from __future__ import annotations

import pytest

from scope_lsp.features.strings import strings_of


@pytest.mark.parametrize(
    ("code", "uses"),
    [
        ('g.get_tensor_by_name("a/w:0")', ["tensor a/w:0"]),
        ('g.get_tensor_by_name(name="a")', ["tensor a"]),
        ('g.get_operation_by_name("a")', ["op a"]),
        ('g.as_graph_element("a:0")', ["element a:0"]),
        ('sess.run("a:0")', ["element a:0"]),
        ('self._sess.run(["a", {"x": b}], {"c:0": 1})', ["element a", "tensor c:0"]),
        ('session.run(fetches="a", feed_dict={"c:0": 1})', ["element a", "tensor c:0"]),
        ('subprocess.run("a")', []),
        ('tf.get_collection("losses", scope="a")', ["pattern a"]),
        ('tf.get_collection("losses", "a")', ["pattern a"]),
        ('tf.trainable_variables("a")', ["pattern a"]),
        ('tf.global_variables(scope="a")', ["pattern a"]),
        ('slim.get_variables_to_restore(include=["a"], exclude=["b", "c"])', "scope a b c"),
        ('slim.get_variables("a")', ["pattern a"]),
        ('slim.get_variables_by_name("w")', ["leaf w"]),
        ('tf.train.Saver({"a/w": w})', ["op a/w"]),
        ('tf.train.init_from_checkpoint(p, {"old": "new"})', ["checkpoint old", "scope new"]),
        ('tf.train.load_variable(p, "old")', ["checkpoint old"]),
        ('reader.get_tensor("old")', ["checkpoint old"]),
        ('v.name.startswith("a")', ["prefix a"]),
        ('v.name.startswith(("a", "b"))', "prefix a b"),
        ('v.op.name.endswith("w")', ["suffix w without"]),
        ('"a" in v.name', ["part a"]),
        ('"a" not in v.op.name', ["part a without"]),
        ('v.name in ("a:0", "b:0")', "name a:0 b:0"),
        ('v.name == "a:0"', ["name a:0"]),
        ('re.match("a", v.name)', ["pattern a"]),
        ('x = "a/w"', ["text a/w"]),
        ('x = "a/"', ["text a/"]),
        ('x = "a"', []),
        ('x = f"a/{i}"', []),
        ('print("no name: / at all")', []),
        ('"a/docstring"', []),
    ],
)
def test_uses(code: str, uses: list[str] | str) -> None:
    found = [
        f"{one.use.value} {one.text}{'' if one.suffixed else ' without'}"
        for one in strings_of("/a.py", code)
    ]
    if isinstance(uses, str):
        use, *texts = uses.split()
        uses = [f"{use} {text}" for text in texts]
    assert found == uses


def test_a_string_in_a_line_that_is_being_typed() -> None:
    (found,) = strings_of("/a.py", 'x = (\ng.get_tensor_by_name("a:0")\n')
    assert (found.span.line, found.span.column, found.text) == (2, 22, "a:0")
