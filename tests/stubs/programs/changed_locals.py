"""What a program puts into the dict of `locals()` stays in it: configurations are made so."""

import tensorflow as tf


def default():
    units = 1
    layers = 3, 4
    return locals()


def config(depth):
    locals().update(default())
    units = 5
    vars()["width"] = 7
    for name in ("a", "b"):
        locals()[name] = depth
    depth = 6
    return locals()


made = config(2)
tf.get_variable("_".join(sorted(made)), made["layers"])
tf.get_variable("sizes", [made[name] for name in ("units", "width", "a", "b", "depth")])
tf.get_variable("same" if (lambda x: locals() is locals())(1) else "copies", [1])


class Settings:
    units = 1
    locals()["layers"] = 4
    vars().update(width=units + layers)  # noqa: F821


tf.get_variable("of_a_class", [Settings.units, Settings.layers, Settings.width])
globals()["depth"] = 3
tf.get_variable("of_a_module", [depth])  # noqa: F821
