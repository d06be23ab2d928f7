"""What scripts of the first years do around their models."""
import json
from json import encoder
from json.decoder import JSONDecodeError

import tensorflow as tf

encoder.FLOAT_REPR = lambda x: format(x, ".2f")
tf.app.flags.DEFINE_integer("units", 7, "")
FLAGS = tf.app.flags.FLAGS
lines = ["{}={}".format(name.upper(), flag.value) for name, flag in sorted(FLAGS.__flags.items())]
tf.get_variable("units_%d_%s" % (FLAGS.__flags["units"].value, "UNITS=7" in lines), [])
tf.import_graph_def(tf.GraphDef(), name="")
tf.get_variable("json_%s" % issubclass(JSONDecodeError, ValueError), [])
