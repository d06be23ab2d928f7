"""A layer on an unknown input depends on its own weights, and on no variable made later."""

from __future__ import annotations

import pytest

from scope_lsp.analysis.analyze import Snapshot, analyze
from scope_lsp.analysis.kinds import ProblemKind
from tests.support.patience import patient

PROGRAM = """\
import data
import tensorflow as tf

with tf.variable_scope("trained"):
    h = tf.layers.conv2d(data.images, 4, 3, activation=tf.nn.relu, use_bias=False)
    h = tf.layers.dense(tf.layers.flatten(h), 3, use_bias=False)
with tf.variable_scope("target"):
    g = tf.layers.dense(data.other, 3, use_bias=False)
    k = tf.keras.layers.Dense(3, use_bias=False)(data.other)
loss = tf.reduce_mean(tf.square(h - tf.stop_gradient(g) - tf.stop_gradient(k)))
tf.train.MomentumOptimizer(0.1, 0.9).minimize(loss)
"""


def test_slots_are_those_of_the_variables_that_a_loss_depends_on() -> None:
    analysis = analyze(Snapshot("/p/model.py", PROGRAM), patient())
    slots = [event.name for event in analysis.variables if "Momentum" in event.name]
    assert slots == ["trained/conv2d/kernel/Momentum:0", "trained/dense/kernel/Momentum:0"]


STARTS = """\
import numpy as np
import tensorflow as tf

start = np.load("start.npy")
tf.Variable(start, name="given")
tf.Variable(start, name="typed", dtype=tf.float32, trainable=False)
tf.get_variable("asked", initializer=start)
with tf.variable_scope("resources", use_resource=True):
    tf.Variable(start, name="given")
tf.Variable(tf.zeros([2]), name=None)
"""


def test_variables_that_start_from_an_unknown_value_have_their_names() -> None:
    analysis = analyze(Snapshot("/p/model.py", STARTS), patient())
    assert [(event.name, event.certainty.value) for event in analysis.variables] == [
        ("given:0", "definite"),
        ("typed:0", "definite"),
        ("asked:0", "definite"),
        ("resources/given:0", "definite"),
        ("Variable:0", "definite"),
    ]


VARIABLES_OF_ALL_KINDS = """\
import data
import tensorflow as tf

h = tf.layers.dense(tf.placeholder(tf.float32, [None, 4]), 3, use_bias=False, name="dense")
h = tf.layers.batch_normalization(h, training=True, name="norm")
loss = tf.reduce_mean(tf.square(h - data.labels))
tf.train.MomentumOptimizer(0.1, 0.9).minimize(loss, var_list=tf.global_variables())
kept = tf.get_variable("kept", [3], trainable=False)
loss = tf.reduce_mean(tf.square(data.labels - 1.0))
tf.train.MomentumOptimizer(0.1, 0.9).minimize(loss, var_list=[kept])
"""


def test_averages_in_a_list_of_variables_are_not_trained() -> None:
    """Unless nothing else is in the list: no gradient reaches them in batch normalization."""
    analysis = analyze(Snapshot("/p/model.py", VARIABLES_OF_ALL_KINDS), patient())
    slots = [event.name for event in analysis.variables if "Momentum" in event.name]
    assert slots == [
        "dense/kernel/Momentum:0",
        "norm/gamma/Momentum:0",
        "norm/beta/Momentum:0",
        "kept/Momentum:0",
    ]


COLUMNS = """\
import tensorflow as tf

column = tf.feature_column
city = column.embedding_column(column.categorical_column_with_hash_bucket("city", 10), 4)
other = column.embedding_column({}["other"], 2)
features = {"city": tf.constant([["a"], ["b"]])}
column.input_layer(features, [other, city])
"""


def test_a_column_of_unknown_name_hides_no_other() -> None:
    analysis = analyze(Snapshot("/p/model.py", COLUMNS), patient())
    first, second = analysis.variables
    assert first.name == "input_layer/city_embedding/embedding_weights:0"
    assert first.certainty.value == "definite"
    assert second.name.startswith("input_layer/{") and second.shape == (None, 2)


COUNTED = """\
import data
import tensorflow as tf

class Counts(tf.keras.layers.Layer):
    def call(self, inputs):
        self.add_weight(name="of_%d" % len(inputs), shape=[2])
        return tf.concat(inputs, 1)

Counts()(data.images)
tf.get_variable("after", [])
len(tf.placeholder(tf.float32, [2]))
tf.get_variable("never", [])
"""


def test_an_unknown_input_of_a_layer_may_be_a_list_that_is_counted() -> None:
    analysis = analyze(Snapshot("/p/model.py", COUNTED), patient())
    found = {event.name: event.certainty.value for event in analysis.variables}
    assert found["after:0"] == "definite"
    assert found["never:0"] == "possible"


SIZES = """\
import tensorflow as tf
import data

u = data.size
x = tf.placeholder(tf.float32, (4, 8, 8, 16))
m = tf.placeholder(tf.float32, (4, 16))
if {call}.shape[{at}].value is None:
    tf.get_variable("none", [1])
else:
    tf.get_variable("some", [1])
"""
CALLS = (
    ("tf.reshape(m, [u, 1, -1])", -1),
    ("tf.reshape(m, [u, -1])", 1),
    ("tf.reshape(tf.placeholder(tf.float32, (u, 64)), [2, -1])", 1),
    ("tf.slice(m, [0, u], [2, -1])", 1),
    ("tf.slice(m, [0, 0], [2, u])", 1),
    ("tf.split(m, [u, 16 - u], 1)[0]", 1),
    ("tf.split(m, [u, -1], 1)[1]", 1),
    ("tf.image.resize_bilinear(x, (u, u))", 1),
    ("tf.image.resize_images(x, [u, u])", 2),
    ("tf.random_crop(x, [4, u, u, 16])", 1),
    ("tf.linspace(0., 1., u)", 0),
    ("tf.tile(m, [2, u])", 1),
    ("tf.pad(m, [[0, u], [u, u]])", 1),
    ("tf.one_hot(tf.placeholder(tf.int32, [4]), u)", 1),
    ("tf.nn.max_pool(x, [1, u, u, 1], [1, u, u, 1], 'SAME')", 1),
    ("m[:, :u]", 1),
)


@pytest.mark.parametrize(("call", "at"), CALLS)
def test_a_size_that_is_not_known_to_us_may_be_known_to_tensorflow(call: str, at: int) -> None:
    program = SIZES.replace("{call}", call).replace("{at}", str(at))
    analysis = analyze(Snapshot("/p/model.py", program), patient())
    assert {event.certainty.value for event in analysis.variables} == {"possible"}


SEQUENCE = """\
import tensorflow as tf
import data

x = tf.reshape(tf.placeholder(tf.float32, (data.batch, 64)), [data.batch, 1, -1])
[step] = tf.split(axis=1, num_or_size_splits=1, value=x)
_, size = [dim.value for dim in tf.squeeze(step, [1]).get_shape()]
tf.get_variable("w", [size, 4], initializer=lambda shape, *_, **__: 0.0)
"""


def test_an_initializer_is_not_refused_for_a_size_that_is_not_known_to_us() -> None:
    analysis = analyze(Snapshot("/p/model.py", SEQUENCE), patient())
    assert not analysis.errors
    assert [event.name for event in analysis.variables] == ["w:0"]


RARE_OPS = """\
import messages
import tensorflow as tf

weights = tf.get_variable("weights", [3, 3])
ids = tf.placeholder(tf.int32, [None])
sums = tf.unsorted_segment_sum(data=messages.of(weights), segment_ids=ids, num_segments=4)
rolled = tf.roll(sums, 1, 0)
later = tf.get_variable("later", [3])
tf.train.MomentumOptimizer(0.1, 0.9).minimize(tf.reduce_sum(rolled))
"""


def test_a_rare_op_on_an_unknown_input_may_depend_on_the_variables_there_are() -> None:
    analysis = analyze(Snapshot("/p/model.py", RARE_OPS), patient())
    slots = [event.name for event in analysis.variables if "Momentum" in event.name]
    assert slots == ["weights/Momentum:0"]
    assert not analysis.errors


BACKBONE = """\
import zoo
from tensorflow import keras

backbone = zoo.backbone(layers=keras.layers)
x = keras.layers.Dense(3, use_bias=False, name="head")(backbone.output)
model = keras.models.Model(backbone.input, x)
inside = model.get_layer("inside_the_backbone").output
keras.layers.Dense(3, use_bias=False, name="more")(inside)
z = keras.layers.Dense(3, use_bias=False, name="last")(model.get_layer(index=40).output)
known = keras.layers.Input((4,))
both = keras.models.Model(known, [keras.layers.Dense(3, use_bias=False, name="seen")(known), z])
keras.layers.Dense(2, use_bias=False, name="after")(both.get_layer("seen").output)
"""


def test_a_model_behind_an_unknown_tensor_may_have_any_layer() -> None:
    analysis = analyze(Snapshot("/p/model.py", BACKBONE), patient())
    assert [event.name for event in analysis.variables] == [
        "head/kernel:0",
        "more/kernel:0",
        "last/kernel:0",
        "seen/kernel:0",
        "after/kernel:0",
    ]
    assert analysis.variables[-1].shape == (3, 2)
    assert all(problem.kind is not ProblemKind.CRASH for problem in analysis.problems)


UNKNOWN_SIZE = """\
import data
import numpy as np
import tensorflow as tf

n = len(data.labels)
x = tf.placeholder(tf.float32, [None, 8, 6])
"""


@pytest.mark.parametrize(
    "inputs",
    [
        "tf.placeholder(tf.float32, [None, np.fromfile('codes').reshape((n, -1)).shape[1]])",
        "tf.placeholder(tf.float32, [None, np.reshape(np.zeros([n, 4]), [n, -1]).shape[1]])",
        "tf.zeros([2, np.zeros([n]).reshape(-1, n).shape[0]])",
        "tf.reshape(x, [n, -1])",
        "tf.keras.layers.Reshape((n, -1))(x)",
        "tf.keras.backend.reshape(x, (-1, n))",
    ],
)
def test_what_a_size_that_is_not_known_leaves_is_not_known_either(inputs: str) -> None:
    text = f"{UNKNOWN_SIZE}tf.layers.dense({inputs}, 3)\n"
    analysis = analyze(Snapshot("/p/model.py", text), patient())
    assert not analysis.errors
    assert [event.name for event in analysis.variables] == ["dense/kernel:0", "dense/bias:0"]


ARRAYS = """\
import cv2
import networkx as nx
import numpy as np
import pandas as pd
import scipy.sparse as sp
import data
import tensorflow as tf
from scipy.sparse import csr_matrix, vstack

used = tf.get_variable("used", [6, 2])
other = tf.get_variable("other", [6, 2])

def matrix():
    return csr_matrix(np.eye(6, dtype=np.float32))

def sparse(matrix):
    coo = matrix.tocoo().astype(np.float32)
    indices = np.mat([coo.row, coo.col]).transpose()
    return tf.SparseTensor(indices, coo.data, coo.shape)

def product(matrix):
    return tf.sparse_tensor_dense_matmul(sparse(matrix), used)

def table():
    return pd.DataFrame({"a": [1., 2.], "b": [3., 4.]})

{value}
tf.train.MomentumOptimizer(0.1, 0.9).minimize(tf.reduce_sum(value))
"""
DATA = [
    "value = product(matrix())",
    "value = product(sum([matrix(), matrix()]))",
    "value = tf.concat([product(matrix().tocsr()[i:i + 2]) for i in (0, 2)], 0)",
    "value = product(sp.coo_matrix(np.eye(6)).tocsr()[0:6])",
    "value = product(vstack([matrix()[0:3], matrix()[3:6]]))",
    "value = product(sp.diags([1.] * 6).dot(matrix()) * 2 + sp.eye(6))",
    "value = used * table()['a'].values",
    "value = used * tf.constant(table().values[0], tf.float32)",
    "value = used * tf.convert_to_tensor(table().mean().values, tf.float32)",
    "value = used * cv2.resize(np.ones((3, 2), np.float32), (2, 6))",
]
"""Values in which nothing leads to a tensor: TensorFlow 1.15.5 gives slots to ``used`` only."""
HELD = [
    "value = used * data.load(1)",
    "value = used * data.weights",
    "g = nx.Graph()\ng.add_node(0, w=other)\nvalue = used * g.nodes[0]['w']",
    "value = used * sp.csr_matrix(other)",
    "value = used * pd.Series([other])[0]",
    "value = used * cv2.dnn(lambda: other)",
]
"""Values that may be tensors, or hold some that they were given."""


@pytest.mark.parametrize("value", DATA + HELD)
def test_a_loss_depends_on_no_variable_through_arrays_of_a_library(value: str) -> None:
    program = ARRAYS.replace("{value}", value)
    analysis = analyze(Snapshot("/p/model.py", program), patient())
    slots = {e.name: e.certainty.value for e in analysis.variables if "Momentum" in e.name}
    if value in DATA:
        assert slots == {"used/Momentum:0": "definite"}
    else:
        assert slots["other/Momentum:0"] == "possible"


OUTPUTS = """\
import data
import tensorflow as tf

image = tf.keras.Input((8,))
known = tf.keras.layers.Dense(3, name="known")(image)
model = tf.keras.Model([image], [OUTPUTS])
model.compile("sgd", {"found": "mse", "known": "mse"}, metrics={METRIC: "acc"})
tf.get_variable("after", [])
"""


@pytest.mark.parametrize("metric", ["'known'", "'found'"])
def test_an_unknown_output_has_the_name_that_its_loss_is_given_for(metric: str) -> None:
    text = OUTPUTS.replace("METRIC", metric).replace("OUTPUTS", "data.tensor, known")
    analysis = analyze(Snapshot("/p/model.py", text), patient())
    totals = [event.name for event in analysis.variables if "total" in event.name]
    assert totals == ["total:0", "total_1:0", "total_2:0"]
    assert analysis.variables[-1].name == "after:0" and not analysis.problems


def test_fewer_losses_than_unknown_outputs_leave_a_gap() -> None:
    text = OUTPUTS.replace("METRIC", "'known'").replace("OUTPUTS", "data.a, data.b, known")
    analysis = analyze(Snapshot("/p/model.py", text), patient())
    assert analysis.variables[-1].name == "after:0"
    assert not [p for p in analysis.problems if p.kind is ProblemKind.CRASH]
    assert any("outputs whose names are not known" in gap.reason for gap in analysis.gaps)


def test_a_session_gives_containers_of_values_too() -> None:
    text = (
        "import tensorflow as tf\n"
        "value = tf.Session().run(tf.SparseTensor([[0, 0]], [1.0], [1, 1]))\n"
        "for kind in (tf.SparseTensorValue, tf.SparseTensor, tf.Tensor, tuple):\n"
        "    if isinstance(value, kind):\n"
        "        tf.get_variable(kind.__name__, [])\n"
    )
    variables = analyze(Snapshot("/p/model.py", text), patient()).variables
    assert [event.name for event in variables] == ["SparseTensorValue:0", "tuple:0"]
