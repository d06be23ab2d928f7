"""Flags of a command line that the program itself makes, as drivers and notebooks do."""

import enum
import sys

import tensorflow as tf
from absl import flags


class Colour(enum.Enum):
    RED = 1
    BLUE = 2


VALUES = flags.FlagValues()
flags.DEFINE_string("kind", "none", "", flag_values=VALUES)
flags.DEFINE_integer("count", 1, "", flag_values=VALUES)
flags.DEFINE_float("rate", 0.5, "", flag_values=VALUES)
flags.DEFINE_boolean("shared", True, "", flag_values=VALUES)
flags.DEFINE_boolean("deep", False, "", flag_values=VALUES)
flags.DEFINE_list("parts", "x,y", "", flag_values=VALUES)
flags.DEFINE_multi_integer("sizes", [9], "", flag_values=VALUES)
flags.DEFINE_enum_class("colour", Colour.RED, Colour, "", flag_values=VALUES)
flags.DEFINE_alias("sort", "kind", flag_values=VALUES)
flags.DEFINE_string("left", "default", "", flag_values=VALUES)
flags.DEFINE_string("late", "default", "", flag_values=VALUES)


def show(name, value):
    tf.get_variable("%s_%s" % (name, str(value).strip("()").replace(".", "_")), [])


rest = VALUES(
    "prog --kind=conv --count 3 -rate=0.25 --noshared --deep --parts=a,b,c --sizes=4 --sizes 5"
    " --colour=BLUE file --count=8".split()
)
for name in ("kind", "count", "rate", "shared", "deep", "left"):
    show(name, VALUES[name].value)
show("parts", "-".join(VALUES.parts))
show("sizes", "-".join(str(size) for size in VALUES.sizes))
show("colour", VALUES.colour.name)
show("present", VALUES["sizes"].present)
VALUES.set_default("late", "later")
VALUES.set_default("kind", "later")
show("late", VALUES.late)
show("still", VALUES.kind)
show("rest", "-".join(word.strip("-").replace("=", "_") for word in rest))
show("some", len(VALUES(["prog", "--other=1", "--sort=pool"], known_only=True)))
show("alias", VALUES.kind)

line, sys.argv = sys.argv, ["prog", "--own_name=given", "--own_size=2"]
tf.app.flags.DEFINE_string("own_name", "absent", "")
tf.app.flags.DEFINE_integer("own_size", 1, "")
if tf.app.flags.FLAGS.is_parsed():
    tf.app.flags.FLAGS.unparse_flags()
tf.get_variable(tf.app.flags.FLAGS.own_name, [tf.app.flags.FLAGS.own_size])


def main(argv):
    tf.get_variable("main", [len(argv)])


try:
    tf.app.run(main)
except SystemExit:
    sys.argv = line
