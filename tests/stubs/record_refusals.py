"""Records what TensorFlow says where it refuses a layer.

Run by a Python that has TensorFlow 1.15.5:

    python tests/stubs/record_refusals.py

It runs each program of refusals.json beside it and writes what it raised, if anything, and the
variables that were made before.
"""

from __future__ import annotations

import json
import os
import warnings

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
warnings.simplefilter("ignore")
HERE = os.path.dirname(os.path.abspath(__file__))
START = """\
P = tf.placeholder
F = tf.float32
L = tf.layers
C = tf.contrib.layers
K = tf.keras.layers
"""


def refused(program):
    import tensorflow as tf

    tf.reset_default_graph()
    tf.keras.backend.reset_uids()
    error = []
    try:
        exec(START + program, {"tf": tf})
    except Exception as raised:
        error = [type(raised).__name__, str(raised)]
    return error, [variable.name for variable in tf.global_variables()]


def main():
    import tensorflow as tf

    tf.compat.v1.logging.set_verbosity(tf.compat.v1.logging.ERROR)
    path = os.path.join(HERE, "refusals.json")
    with open(path) as file:
        programs = list(json.load(file))
    with open(path, "w") as file:
        rows = [json.dumps(program) + ": " + json.dumps(refused(program)) for program in programs]
        file.write("{\n" + ",\n".join(rows) + "\n}\n")


if __name__ == "__main__":
    main()
