import tensorflow as tf


class Build(tf.train.SessionRunHook):
    def begin(self):
        self.v = tf.get_variable("in_begin", [1])

    def after_create_session(self, session, coord):
        try:
            tf.get_variable("too_late", [1])
        except RuntimeError:
            self.late = True

    def end(self, session):
        pass


tf.get_variable("w", [1])
hook = Build()
with tf.train.MonitoredTrainingSession(hooks=[hook]) as sess:
    with tf.variable_scope("", reuse=True):
        tf.get_variable("w", [1])
    sess.run(tf.get_default_graph().get_tensor_by_name("w:0"))
tf.get_variable("after", [1])
with tf.train.SingularMonitoredSession() as sess:
    tf.get_variable("x", [1])
