"""Collections of a MetaGraphDef that are copied, and objects that are like templates inside of one."""

import tensorflow as tf
from tensorflow.python.framework import meta_graph
from tensorflow.python.training.tracking import tracking
from tensorflow.python.training.tracking import util as trackable_utils


def told(kind, value):
    tf.get_variable("R_%s_%s" % (kind, value), [])


weights = tf.Variable([1, 2, 3], name="weights")
exported, _ = meta_graph.export_scoped_meta_graph()
exported.collection_def["metric_variables"].CopyFrom(exported.collection_def["variables"])
meta_graph.import_scoped_meta_graph(exported, import_scope="copy")
kept = tf.get_collection("metric_variables")
told("kept", len(kept))
told("name", kept[0].op.name.replace("/", "."))
told("same", kept[0] is tf.global_variables()[1])


class Manual(tracking.AutoTrackable):
    def __call__(self):
        with tf.variable_scope("manual") as scope:
            self.variable_scope = scope
            with trackable_utils.capture_dependencies(template=self):
                return tf.get_variable("inside", [])


def make():
    return tf.get_variable("outside", [1]), Manual()()


template = tf.make_template("made", make)
template()
for dependency in template._checkpoint_dependencies:
    told("needs", dependency.name)
