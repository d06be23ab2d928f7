"""Makes the checkpoints in ``saved/``; run by a Python 3.7 with TensorFlow 1.15.5.

    python make_saved.py [FOLDER]

Writes ``listings.json`` beside them: what ``tf.train.list_variables`` says of each.
"""

import json
import os
import sys

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import numpy
import tensorflow as tf
from tensorflow.core.protobuf.saver_pb2 import SaverDef
from tensorflow.python.framework import graph_util

FOLDER = os.path.abspath(
    sys.argv[1] if len(sys.argv) > 1 else os.path.join(os.path.dirname(__file__), "saved")
)
tf.logging.set_verbosity(tf.logging.ERROR)
MAKERS = {}


def maker(function):
    MAKERS[function.__name__] = function
    return function


def save(prefix, *variables, **options):
    with tf.Session() as session:
        session.run(tf.global_variables_initializer())
        options.setdefault("max_to_keep", None)
        saver = tf.train.Saver(list(variables) or None, **options)
        saver.save(session, prefix, write_meta_graph=False)


def model():
    x = tf.placeholder(tf.float32, [None, 3])
    with tf.variable_scope("net"):
        hidden = tf.layers.dense(x, 4, name="hidden")
        hidden = tf.layers.batch_normalization(hidden, name="norm")
        return tf.reduce_mean(tf.layers.dense(hidden, 2, name="out"))


@maker
def plain(path):
    model()
    tf.get_variable("steps", [], tf.int64, tf.zeros_initializer(), trainable=False)
    tf.get_variable("words", [2], tf.string, tf.constant_initializer(["a", "b"]), trainable=False)
    tf.get_variable("flag", [1, 0, 2], tf.bool, tf.zeros_initializer(), trainable=False)
    tf.get_variable("half", [2], tf.float16, tf.zeros_initializer())
    save(path)


@maker
def slots(path):
    loss = model()
    step = tf.train.get_or_create_global_step()
    train = tf.train.AdamOptimizer().minimize(loss, step)
    averages = tf.train.ExponentialMovingAverage(0.9)
    with tf.control_dependencies([train]):
        averages.apply(tf.trainable_variables())
    save(path)


@maker
def partitioned(path):
    with tf.variable_scope("table", partitioner=tf.fixed_size_partitioner(3)):
        tf.get_variable("words", [7, 2])
        tf.get_variable("tags", [3, 2])
    with tf.variable_scope("wide", partitioner=tf.fixed_size_partitioner(2, axis=1)):
        tf.get_variable("w", [2, 5])
    save(path)


@maker
def sharded(path):
    with tf.device("/job:localhost"):
        model()
    save(path, sharded=True)


@maker
def version_1(path):
    loss = model()
    tf.train.MomentumOptimizer(0.1, 0.9).minimize(loss)
    save(path, write_version=SaverDef.V1)


@maker
def version_1_sharded(path):
    with tf.variable_scope("table", partitioner=tf.fixed_size_partitioner(2)):
        tf.get_variable("words", [5, 2])
    save(path, write_version=SaverDef.V1, sharded=True)


@maker
def objects(path):
    model = tf.keras.Sequential(
        [
            tf.keras.layers.Dense(3, input_shape=(2,), name="first"),
            tf.keras.layers.Dense(1, name="second"),
        ]
    )
    optimizer = tf.train.AdamOptimizer()
    checkpoint = tf.train.Checkpoint(
        model=model, optimizer=optimizer, step=tf.train.get_or_create_global_step()
    )
    optimizer.minimize(tf.reduce_mean(model(tf.ones([1, 2]))))
    with tf.Session() as session:
        session.run(tf.global_variables_initializer())
        checkpoint.save(path, session=session)


def listed(path):
    return [[name, list(shape)] for name, shape in tf.train.list_variables(path)]


def dtypes(path):
    kinds = tf.train.load_checkpoint(path).get_variable_to_dtype_map()
    return {name: dtype.name for name, dtype in kinds.items()}


def main():
    os.makedirs(FOLDER, exist_ok=True)
    os.chdir(FOLDER)
    listings = {}
    for name, make in MAKERS.items():
        with tf.Graph().as_default():
            tf.set_random_seed(1)
            make(name)
        prefix = name + "-1" if os.path.exists(name + "-1.index") else name
        pattern = name + "-?????-of-?????" if name == "version_1_sharded" else prefix
        listings[prefix] = {"variables": listed(pattern), "dtypes": dtypes(pattern)}
    with tf.Graph().as_default():
        with tf.variable_scope("net"):
            tf.get_variable("w", [3, 4], trainable=False)
        with tf.variable_scope(
            "table", partitioner=tf.fixed_size_partitioner(2), use_resource=True
        ):
            tf.get_variable("words", [5, 2])
        tf.get_variable("counted", [], collections=[tf.GraphKeys.LOCAL_VARIABLES])
        tf.train.export_meta_graph(
            "graph.meta", clear_extraneous_savers=True, strip_default_attrs=True
        )
        listings["graph.meta"] = {"variables": [["net/w", [3, 4]], ["table/words", [5, 2]]]}
    with tf.Graph().as_default():
        loss = model()
        with tf.Session() as session:
            session.run(tf.global_variables_initializer())
            frozen = graph_util.convert_variables_to_constants(
                session, tf.get_default_graph().as_graph_def(), [loss.op.name]
            )
        with open("frozen.pb", "wb") as file:
            file.write(frozen.SerializeToString())
        shapes = sorted([v.op.name, v.shape.as_list()] for v in tf.global_variables())
        listings["frozen.pb"] = {"variables": shapes}
    with tf.Graph().as_default(), tf.Session():
        layers = [
            tf.keras.layers.Dense(3, input_shape=(2,), name="first"),
            tf.keras.layers.Dense(1, name="second"),
        ]
        weights = tf.keras.Sequential(layers)
        weights.save_weights("weights.h5")
        arrays = {v.op.name: numpy.zeros(v.shape.as_list(), "float32") for v in weights.weights}
        numpy.savez("weights.npz", **arrays)
        numpy.save("pickled.npy", arrays)
        shapes = sorted([name, list(array.shape)] for name, array in arrays.items())
        listings["weights.h5"] = listings["weights.npz"] = {"variables": shapes}
    for name in os.listdir("."):  # no reader looks at the tensors
        if ".data-" in name and not name.startswith("objects"):
            os.remove(name)
    with open("listings.json", "w") as file:
        json.dump(listings, file, indent=1, sort_keys=True)
        file.write("\n")


if __name__ == "__main__":
    main()
