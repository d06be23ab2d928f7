"""Restores models from checkpoints of others by maps; run by a Python 3.7 with TensorFlow 1.15.5.

    python restore.py CASES.json

Each case has the programs ``old`` and ``new``, a ``map`` for ``init_from_checkpoint`` and a program
``saver`` that sets ``var_list``; both as ``scope-lsp diff`` prints them.  Prints for each case the
variables of the new model that were not restored, by the one and by the other.
"""

import ast
import json
import os
import sys
import tempfile

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import numpy
import tensorflow as tf

tf.logging.set_verbosity(tf.logging.ERROR)


def build(program):
    exec(compile(program, "program", "exec"), {"__name__": "__main__"})
    return tf.global_variables()


def save(program, prefix):
    """A checkpoint with random values."""
    with tf.Graph().as_default(), tf.Session() as session:
        for number, variable in enumerate(build(program)):
            value = numpy.random.RandomState(number).rand(*variable.shape.as_list())
            session.run(tf.assign(variable, value.astype(variable.dtype.base_dtype.as_numpy_dtype)))
        tf.train.Saver().save(session, prefix)


def by_map(program, prefix, text):
    mapping = ast.literal_eval(text)
    with tf.Graph().as_default(), tf.Session() as session:
        variables = build(program)
        tf.train.init_from_checkpoint(prefix, mapping)
        session.run(tf.global_variables_initializer())
        return lost(session, variables, prefix, {new: old for old, new in mapping.items()})


def by_saver(program, prefix, code):
    with tf.Graph().as_default(), tf.Session() as session:
        variables = build(program)
        names = {"tf": tf}
        exec(code, names)
        session.run(tf.global_variables_initializer())
        tf.train.Saver(names["var_list"]).restore(session, prefix)
        mapping = {}
        for old, held in names["var_list"].items():
            for variable in held if isinstance(held, list) else [held]:
                mapping[whole(variable)] = old
        return lost(session, variables, prefix, mapping)


def whole(variable):
    part = variable._save_slice_info
    return part.full_name if part else variable.op.name


def lost(session, variables, prefix, mapping):
    """The variables that do not have the values of the checkpoint."""
    reader = tf.train.load_checkpoint(prefix)
    found = set()
    for variable in variables:
        name, part = whole(variable), variable._save_slice_info
        if name in mapping:
            value = reader.get_tensor(mapping[name])
            if part:
                starts, sizes = part.var_offset, part.var_shape
                cut = [slice(starts[i], starts[i] + sizes[i]) for i in range(len(sizes))]
                value = value[tuple(cut)]
            if numpy.array_equal(value, session.run(variable)):
                continue
        found.add(name)
    return sorted(found)


def main():
    answers = []
    with open(sys.argv[1]) as file:
        cases = json.load(file)
    for case in cases:
        with tempfile.TemporaryDirectory() as folder:
            prefix = os.path.join(folder, "model.ckpt")
            save(case["old"], prefix)
            answers.append(
                [
                    by_map(case["new"], prefix, case["map"]),
                    by_saver(case["new"], prefix, case["saver"]),
                ]
            )
    print(json.dumps(answers))


if __name__ == "__main__":
    main()
