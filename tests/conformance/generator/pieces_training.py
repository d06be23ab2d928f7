"""Pieces about layers, cells, losses, optimizers, collections and estimators."""

CELLS = (
    """
$cell1 = tf.nn.rnn_cell.ResidualWrapper(tf.nn.rnn_cell.GRUCell(6))
$h1, _ = tf.nn.dynamic_rnn($cell1, tf.ones([4, 5, 6]), dtype=tf.float32)
KEEP sequences $h1
""",
    """
$cell1 = tf.nn.rnn_cell.LSTMCell(6)
$drop1 = dict(variational_recurrent=True, input_size=tf.TensorShape([6]), dtype=tf.float32)
$cell1 = tf.nn.rnn_cell.DropoutWrapper($cell1, 0.5, **$drop1)
$way1 = tf.contrib.rnn.HighwayWrapper(tf.nn.rnn_cell.BasicRNNCell(6))
$cell1 = tf.nn.rnn_cell.MultiRNNCell([$cell1, $way1])
with tf.variable_scope($SCOPE):
    $h1, $st1 = tf.nn.dynamic_rnn($cell1, tf.ones([4, 5, 6]), dtype=tf.float32)
    $h2, _ = tf.nn.dynamic_rnn($cell1, tf.ones([4, 5, 6]), initial_state=$st1)
KEEP sequences $h2
""",
    """
class $Cell1(tf.nn.rnn_cell.RNNCell):
    def __init__(self, units, **options):
        super($Cell1, self).__init__(**options)
        self._units = units
    state_size = property(lambda self: self._units)
    output_size = property(lambda self: self._units)
    def call(self, inputs, state):
        w = tf.get_variable("w", [self._units])
        with tf.variable_scope("gate"):
            g = tf.layers.dense(tf.concat([inputs, state], 1), self._units, tf.sigmoid)
        state = g * state + w
        return state, state
$cell1 = $Cell1(3, name=$NAME)
$h1, _ = tf.nn.dynamic_rnn($cell1, $SEQUENCES, dtype=tf.float32)
$h1, _ = tf.nn.dynamic_rnn($Cell1(2), $h1, dtype=tf.float32)
KEEP sequences $h1
""",
    """
class $Cell1(tf.nn.rnn_cell.RNNCell):
    def __init__(self, units, reuse=None):
        super().__init__(_reuse=reuse)
        self.units = units
    @property
    def state_size(self):
        return tf.nn.rnn_cell.LSTMStateTuple(self.units, self.units)
    @property
    def output_size(self):
        return self.units
    def build(self, shape):
        self.kernel = self.add_variable("k", [shape[-1] + self.units, self.units])
        self.built = True
    def call(self, x, state):
        c, h = state
        h = tf.tanh(tf.matmul(tf.concat([x, h], 1), self.kernel)) + c
        return h, tf.nn.rnn_cell.LSTMStateTuple(h, h)
with tf.variable_scope($SCOPE):
    $h1, _ = tf.nn.bidirectional_dynamic_rnn($Cell1(3), $Cell1(2), $SEQUENCES, dtype=tf.float32)
$h1 = tf.concat($h1, 2)
KEEP sequences $h1
""",
    """
$memory1 = tf.layers.dense($SEQUENCES, 4)
$att1 = tf.contrib.seq2seq.BahdanauAttention(4, $memory1)
$gru1 = tf.nn.rnn_cell.GRUCell(4)
$cell1 = tf.contrib.seq2seq.AttentionWrapper($gru1, $att1, attention_layer_size=3)
$help1 = tf.contrib.seq2seq.TrainingHelper(tf.ones([4, 5, 3]), [5] * 4)
$st1, $out2 = $cell1.zero_state(4, tf.float32), tf.layers.Dense(2, name=$NAME)
$dec1 = tf.contrib.seq2seq.BasicDecoder($cell1, $help1, $st1, $out2)
$out1, _, _ = tf.contrib.seq2seq.dynamic_decode($dec1)
$h1 = $out1.rnn_output
""",
    """
$cells1 = [tf.nn.rnn_cell.GRUCell(n, name=None if n % 2 else "g%d" % n) for n in (2, 3)]
$cells2 = [tf.nn.rnn_cell.GRUCell(2) for _ in $cells1]
$run1 = tf.contrib.rnn.stack_bidirectional_dynamic_rnn
$h1, _, _ = $run1($cells1, $cells2, $SEQUENCES, dtype=tf.float32)
KEEP sequences $h1
""",
)

TRAINING = (
    """
with tf.variable_scope($SCOPE1):
    $v1 = tf.get_variable("train", [2])
    $v2 = tf.get_variable("fixed", [2], trainable=False)
$opt1 = tf.train.MomentumOptimizer(0.1, 0.9)
$loss1 = tf.reduce_sum($v1 * $v2)
$opt1.minimize($loss1)
for $slot1 in $opt1.get_slot_names():
    tf.Variable(0.0, name="copy/" + $opt1.get_slot($v1, $slot1).op.name)
tf.Variable(0.0, name="n%d" % len($opt1.variables()))
""",
    """
with tf.variable_scope($SCOPE1):
    $v1 = tf.get_variable("train", [2])
    $v2 = tf.get_variable("other", [2])
$opt1 = tf.train.AdamOptimizer(0.1, name=$NAME)
$opt1.minimize(tf.reduce_sum($v1))
with tf.variable_scope($SCOPE), tf.name_scope("train"):
    $opt1.minimize(tf.reduce_sum($v1 * $v2))
tf.train.AdamOptimizer(0.1).minimize(tf.reduce_sum($v2))
tf.Variable(0.0, name="_".join(v.op.name.split("/")[-1] for v in $opt1.variables()))
""",
    """
with tf.variable_scope($SCOPE1, reuse=tf.AUTO_REUSE):
    $v1 = tf.get_variable("train", [2])
    $step1 = tf.get_variable("step", [], tf.int64, trainable=False)
    $rate1 = tf.train.exponential_decay(0.1, $step1, 10, 0.9)
    tf.train.GradientDescentOptimizer($rate1).minimize(tf.reduce_sum($v1), global_step=$step1)
$ema1 = tf.train.ExponentialMovingAverage(0.9, $step1, name=$NAME)
with tf.control_dependencies([$ema1.apply([$v1])]):
    tf.no_op(name="train")
tf.Variable(0.0, name=$ema1.average_name($v1))
tf.Variable(0.0, name=$ema1.average($v1).op.name)
tf.Variable(0.0, name="n%d" % len($ema1.variables_to_restore()))
""",
    """
with tf.variable_scope($SCOPE1):
    $h1 = slim.fully_connected($ROWS, 3, weights_regularizer=slim.l2_regularizer(0.1), scope="fc")
    $h1 = slim.batch_norm($h1)
$vars1 = [v for v in tf.trainable_variables() if v.name.startswith($SCOPE1 + "/")]
for $v1 in $vars1:
    tf.Variable(0.0, name=$v1.op.name.replace("/", "_"))
tf.Variable(0.0, name="reg%d" % len(tf.losses.get_regularization_losses(scope=$SCOPE1)))
tf.Variable(0.0, name="ups%d" % len(tf.get_collection(tf.GraphKeys.UPDATE_OPS, $SCOPE1)))
$loss1 = tf.losses.get_total_loss() + tf.reduce_mean($h1)
with tf.control_dependencies(tf.get_collection(tf.GraphKeys.UPDATE_OPS)):
    tf.train.RMSPropOptimizer(0.1, momentum=0.9).minimize($loss1, var_list=$vars1)
KEEP rows $h1
""",
    """
with tf.name_scope($SCOPE):
    $logits1 = tf.layers.dense($ROWS, 2, name=$NAME)
    $loss1 = tf.losses.softmax_cross_entropy(tf.one_hot([0, 1, 0, 1], 2), $logits1)
    $acc1, $up1 = tf.metrics.accuracy([0, 1, 0, 1], tf.argmax($logits1, 1), name="acc")
    tf.metrics.mean($loss1)
    tf.metrics.auc([0, 1, 0, 1], tf.nn.softmax($logits1)[:, 1])
for $v1 in tf.get_collection(tf.GraphKeys.LOCAL_VARIABLES)[:2]:
    tf.Variable(0.0, name=$v1.op.name + "_m")
tf.Variable(0.0, name="m%d" % len(tf.get_collection(tf.GraphKeys.METRIC_VARIABLES)))
KEEP rows $logits1
""",
    """
def $model1(features, labels, mode, params):
    net = features["x"]
    for units in params["hidden"]:
        net = tf.layers.dense(net, units, activation=tf.nn.relu)
    logits = tf.layers.dense(net, 2)
    if mode == tf.estimator.ModeKeys.PREDICT:
        return tf.estimator.EstimatorSpec(mode, predictions={"c": tf.argmax(logits, 1)})
    loss = tf.losses.sparse_softmax_cross_entropy(labels, logits)
    if mode == tf.estimator.ModeKeys.EVAL:
        accuracy = tf.metrics.accuracy(labels, tf.argmax(logits, 1))
        return tf.estimator.EstimatorSpec(mode, loss=loss, eval_metric_ops={"a": accuracy})
    optimizer = tf.train.AdagradOptimizer(0.1)
    train = optimizer.minimize(loss, global_step=tf.train.get_or_create_global_step())
    return tf.estimator.EstimatorSpec(mode, loss=loss, train_op=train)
for $mode1 in (tf.estimator.ModeKeys.TRAIN, tf.estimator.ModeKeys.EVAL, "infer"):
    with tf.Graph().as_default():
        $feats1 = {"x": tf.ones([4, 3])}
        $spec1 = $model1($feats1, tf.zeros([4], tf.int32), $mode1, {"hidden": [$INT, 2]})
        if $spec1.loss is not None:
            tf.Variable(0.0, name=$spec1.mode)
""",
    """
def $tower1(i):
    with tf.device("/cpu:%d" % 0), tf.name_scope("tower_%d" % i) as scope:
        h = tf.layers.dense($ROWS1, 3, name="fc")
        loss = tf.losses.mean_squared_error(tf.zeros([4, 3]), h, scope=scope)
        tf.get_variable_scope().reuse_variables()
        return loss, tf.get_collection("losses", scope)
$opt1 = tf.train.AdamOptimizer(0.1)
$grads1 = []
with tf.variable_scope($SCOPE):
    for $i1 in range(2):
        $loss1, $all1 = $tower1($i1)
        $grads1.append($opt1.compute_gradients(tf.add_n($all1), tf.trainable_variables()))
$pairs1 = []
for $both1 in zip(*$grads1):
    $g1 = [g for g, _ in $both1 if g is not None]
    if $g1:
        $pairs1.append((tf.add_n($g1), $both1[0][1]))
$opt1.apply_gradients($pairs1)
tf.Variable(0.0, name="k%d" % len($pairs1))
""",
    """
with tf.variable_scope($SCOPE1):
    $w1 = tf.get_variable("w", [2])
with tf.variable_scope("target"):
    $t1 = [tf.Variable(v.initialized_value(), name=v.op.name) for v in tf.global_variables($SCOPE1)]
$copy1 = tf.group(*[t.assign(v) for t, v in zip($t1, tf.global_variables($SCOPE1))])
tf.Variable(0.0, name=$t1[0].op.name)
$saver1 = tf.train.Saver({v.op.name: v for v in tf.global_variables()}, max_to_keep=1)
tf.summary.histogram("h", $w1)
""",
    """
import re
$all1 = tf.global_variables()
$sel1 = [v for v in $all1 if re.search(r"(kernel|w)(_\\d+)?:0$", v.name)]
$not1 = sorted(set($all1) - set($sel1), key=lambda v: v.name)
tf.Variable(0.0, name="sel%d_%d" % (len($sel1), len($not1)))
for $v1 in $not1[:2]:
    tf.get_variable("shadow/" + re.sub("[/:]", "_", $v1.name), shape=$v1.shape, trainable=False)
""",
)

LAYERS = (
    """
@tf.contrib.framework.add_arg_scope
def $block1(x, units=2, act=None, scope=None, reuse=None):
    with tf.variable_scope(scope, "block", [x], reuse=reuse):
        return slim.fully_connected(x, units, activation_fn=act)
with slim.arg_scope([$block1], units=3, act=tf.nn.relu):
    $h1 = $block1($ROWS)
    with slim.arg_scope([$block1, slim.fully_connected], reuse=tf.AUTO_REUSE):
        $h1 = $block1($ROWS1, scope=$SCOPE1)
        $h1 = $block1($ROWS1, scope=$SCOPE1)
$h1 = $block1($h1)
KEEP rows $h1
""",
    """
with tf.variable_scope($SCOPE):
    $v1 = slim.model_variable("weights", [2, 3], regularizer=slim.l2_regularizer(0.1))
    $v2 = slim.variable("plain", [2], trainable=False)
    tf.contrib.framework.local_variable(0.0, name="local")
for $v3 in slim.get_variables_by_suffix("weights"):
    tf.Variable(0.0, name=$v3.op.name + "/c")
tf.Variable(0.0, name="m%d" % len(slim.get_model_variables()))
tf.Variable(0.0, name="t%d" % len(slim.get_variables_to_restore(exclude=["nothing"])))
""",
    """
$end1 = {}
with tf.variable_scope($SCOPE, "Net", [$IMAGES]) as $s1:
    $col1 = $s1.original_name_scope + "_points"
    with slim.arg_scope([slim.conv2d, slim.max_pool2d], outputs_collections=$col1):
        $h1 = slim.conv2d($IMAGES, 3, [3, 3], scope="conv1")
        with tf.variable_scope("Branch_0"):
            $h2 = slim.conv2d($h1, 2, 1)
        with tf.variable_scope("Branch_1"):
            $h2 = tf.concat([$h2, slim.repeat($h1, 2, slim.conv2d, 2, 3)], 3)
    $end1 = slim.utils.convert_collection_to_dict($col1)
for $k1 in sorted($end1):
    tf.Variable(0.0, name="end/" + $k1.replace("/", "."))
KEEP images $h2
""",
    """
$x1 = tf.feature_column.numeric_column("x")
$c1 = tf.feature_column.categorical_column_with_identity("c", 4)
$cols1 = [$x1, tf.feature_column.embedding_column($c1, 2), tf.feature_column.indicator_column($c1)]
$feats1 = {"x": tf.ones([4, 1]), "c": tf.zeros([4, 1], tf.int64)}
with tf.variable_scope($SCOPE):
    $h1 = tf.feature_column.input_layer($feats1, $cols1)
    $h2 = tf.feature_column.linear_model($feats1, [$x1, $c1])
KEEP rows $h1
""",
    """
$ids1 = tf.zeros([4, 5], tf.int32)
with tf.variable_scope($SCOPE1):
    $h1 = tf.contrib.layers.embed_sequence($ids1, 10, 6)
with tf.variable_scope($SCOPE1, reuse=True):
    $h1 = tf.contrib.layers.embed_sequence($ids1, 10, 6)
$table1 = tf.get_variable($NAME, [10, 3])
$h2 = tf.nn.embedding_lookup($table1, $ids1)
KEEP sequences $h1
KEEP sequences $h2
""",
    """
class $Dense1(tf.layers.Layer):
    def __init__(self, units, **options):
        super($Dense1, self).__init__(**options)
        self.units = units
    def build(self, shape):
        self.w = self.add_variable("w", [shape[-1].value, self.units])
        with tf.variable_scope("deep"):
            self.b = tf.get_variable("b", [self.units])
        super().build(shape)
    def call(self, x):
        return tf.matmul(x, self.w) + self.b
$l1 = $Dense1(2, name=$NAME)
$h1 = $l1($ROWS1)
with tf.variable_scope($SCOPE):
    $l1($ROWS1)
    $h1 = $Dense1(3)($ROWS)
tf.Variable(0.0, name=$l1.name + "_%d" % len($l1.trainable_variables))
KEEP rows $h1
""",
    """
class $Net1(tf.keras.Model):
    def __init__(self):
        super($Net1, self).__init__()
        self.parts = [tf.keras.layers.Dense(n) for n in (3, 2)]
        self.norm = tf.keras.layers.BatchNormalization()
    def call(self, x, training=None):
        for part in self.parts:
            x = part(x)
        return self.norm(x, training=training)
$net1 = $Net1()
with tf.name_scope($SCOPE):
    $h1 = $net1($ROWS, training=True)
$h1 = $net1($ROWS)
tf.Variable(0.0, name="n%d_%d" % (len($net1.weights), len($net1.updates)))
tf.train.AdamOptimizer(0.1).minimize(tf.reduce_mean($h1), var_list=$net1.trainable_variables)
KEEP rows $h1
""",
)
