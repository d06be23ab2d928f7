"""Records what TensorFlow makes of the programs beside this file, or in a folder beside it.

Run by a Python that has TensorFlow 1.15.5:

    python tests/stubs/record.py [FOLDER]

FOLDER, `tests/stubs/keras` for one, holds `programs/`.  Those in `standalone_keras` need Keras
2.2.4 on the path, those in `standalone_keras_2_3` Keras 2.3.1.  It writes recordings.json there:
for each program the variables in order of creation (name, shape, dtype, trainable) and the error
that it ended in, if any.  The programs tell names, shapes and dtypes of tensors by making variables
that are called after them.
"""

from __future__ import annotations

import json
import os
import runpy
import sys
import warnings

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
warnings.simplefilter("ignore")
HERE = os.path.dirname(os.path.abspath(__file__))


def run(path):
    import tensorflow as tf
    from tensorflow.python.keras import backend

    tf.reset_default_graph()
    backend.reset_uids()
    if "keras" in sys.modules:
        sys.modules["keras"].backend.set_session(None)  # it is of another program's graph
    error = None
    try:
        runpy.run_path(path, run_name="__main__")
    except SystemExit:
        pass  # An application that has done its work.
    except Exception as raised:
        error = [type(raised).__name__, str(raised).split(" Originally defined at:")[0]]
    graph = tf.get_default_graph()
    trainable = {variable.name for variable in tf.trainable_variables()}
    variables = []
    for op in graph.get_operations():
        if op.type in ("Variable", "VariableV2", "VarHandleOp"):
            name = op.name + ":0"
            shape = op.get_attr("shape")
            variables.append(
                [
                    name,
                    [dim.size for dim in shape.dim],
                    tf.as_dtype(op.get_attr("dtype")).name,
                    name in trainable,
                ]
            )
    return {"variables": variables, "error": error}


def main(folder=HERE):
    import tensorflow as tf

    tf.compat.v1.logging.set_verbosity(tf.compat.v1.logging.ERROR)
    programs = os.path.join(folder, "programs")
    found = {}
    for name in sorted(os.listdir(programs)):
        if name.endswith(".py"):
            found[name] = run(os.path.join(programs, name))
    with open(os.path.join(folder, "recordings.json"), "w") as file:
        rows = [json.dumps(name) + ": " + json.dumps(found[name]) for name in sorted(found)]
        file.write("{\n" + ",\n".join(rows) + "\n}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
