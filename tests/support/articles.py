"""The programs of the articles, and what every editor has to show for them.

Shared by the tests over the bare protocol and by those in real editors.  ``#=>`` marks the hints,
as in ``fixture``.
"""

from __future__ import annotations

from dataclasses import dataclass

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
    with tf.variable_scope("foo", reuse=True):
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
        with tf.variable_scope("conv1"):  #=> model/conv1/
            relu1 = conv_relu(input_images, [5, 5, 1, 32], [32])
        with tf.variable_scope("conv2"):  #=> model/conv2/
            return conv_relu(relu1, [5, 5, 32, 32], [32])


    with tf.variable_scope("model") as scope:
        output1 = my_image_filter(tf.placeholder(tf.float32, [1, 10, 10, 1]))
    with tf.variable_scope(scope, reuse=True):  #=> model/
        output2 = my_image_filter(tf.placeholder(tf.float32, [1, 20, 20, 1]))
"""

BROKEN = """
    import tensorflow as tf

    a = tf.get_variable("a", [1])  #=> a:0
    b = tf.get_variable("b", [1]  #=> b:0
    with tf.variable_scope("s"):
        c = tf.get_variable("c", [1])  #=> s/c:0
"""


@dataclass(frozen=True)
class Fault:
    """A diagnostic: where (1-based), what it says, and the line that it points to."""

    line: int
    column: int
    severity: str
    code: str
    message: str
    related: int | None = None


@dataclass(frozen=True)
class Hover:
    """A place (1-based), and texts that must stand in what is shown there."""

    line: int
    column: int
    texts: tuple[str, ...]


@dataclass(frozen=True)
class Article:
    """A program and everything that is to be seen of it."""

    name: str
    source: str
    faults: tuple[Fault, ...] = ()
    hover: Hover | None = None
    ops: tuple[tuple[int, str], ...] = ()
    """The hints that the setting ``inlayHints.ops`` changes."""

    @property
    def text(self) -> str:
        return parse(self.source).text

    @property
    def hints(self) -> dict[int, list[str]]:
        """By line (1-based)."""
        return parse(self.source).hints

    @property
    def hints_with_ops(self) -> dict[int, list[str]]:
        """The same where the settings ask for the prefixes of ops."""
        return {**self.hints, **{line: [text] for line, text in self.ops}}


EXISTS = (
    "Variable a already exists, disallowed. "
    "Did you mean to set reuse=True or reuse=tf.AUTO_REUSE in VarScope?"
)
IGNORED = "this name scope is not part of the variable names: var1"

ARTICLES = (
    Article(
        "twice",
        TWICE,
        (Fault(4, 9, "error", "variable-exists", EXISTS, 3),),
        Hover(3, 20, ("a:0", "created", "float32")),
    ),
    Article(
        "name_scope",
        NAME_SCOPE,
        (Fault(3, 6, "information", "name-scope-ignored", IGNORED),),
        Hover(5, 20, ("my_scope/var2:0", "float32")),
    ),
    Article(
        "nested",
        NESTED,
        hover=Hover(5, 21, ("foo/bar/v:0", "float32", 'with tf.variable_scope("foo")')),
    ),
    Article(
        "filters",
        FILTERS,
        hover=Hover(5, 20, ("model/conv1/weights:0", "[5, 5, 1, 32]")),
        ops=(
            (12, "model/conv1/ · ops {model,model_1}/conv1/"),
            (14, "model/conv2/ · ops {model,model_1}/conv2/"),
            (20, "model/ · ops model_1/"),
        ),
    ),
    Article("broken", BROKEN),
)


def of_name(name: str) -> Article:
    (found,) = (one for one in ARTICLES if one.name == name)
    return found
