"""Pieces about scopes, sharing and the ways around ``get_variable``."""

GETTERS = (
    """
def $getter1(getter, name, *args, **kwargs):
    return getter(name + "_g", *args, **kwargs)
with tf.variable_scope($SCOPE, custom_getter=$getter1):
    BODY
""",
    """
def $getter1(getter, name, *args, **kwargs):
    kwargs["trainable"] = False
    return getter(name, *args, **kwargs)
with tf.variable_scope($SCOPE, custom_getter=$getter1) as $s1:
    BODY
    tf.get_variable("own", [2], custom_getter=lambda getter, *a, **k: getter(*a, **k))
with tf.variable_scope($s1, reuse=True):
    tf.get_variable("own", [2])
""",
    """
$seen1 = []
def $getter1(getter, *args, **kwargs):
    variable = getter(*args, **kwargs)
    $seen1.append(variable)
    return variable
with tf.variable_scope($SCOPE, custom_getter=$getter1):
    BODY
    BODY
tf.Variable(0.0, name="n%d" % len($seen1))
for $v1 in $seen1:
    tf.Variable(0.0, name=$v1.op.name + "/copy")
""",
    """
def $getter1(getter, name, shape=None, **kwargs):
    mean = getter(name + "/mean", shape, **kwargs)
    spread = getter(name + "/spread", shape, **kwargs)
    return mean + tf.exp(spread)
with tf.variable_scope($SCOPE, custom_getter=$getter1):
    $v1 = tf.get_variable($NAME, [2])
    $h1 = tf.layers.dense($ROWS, $INT)
KEEP rows $h1
""",
    """
def $getter1(getter, name, *args, **kwargs):
    if name.endswith("bias"):
        return tf.zeros(kwargs["shape"])
    return getter(name, *args, **kwargs)
with tf.variable_scope($SCOPE, custom_getter=$getter1):
    $h1 = tf.layers.dense($ROWS, $INT)
    tf.get_variable($NAME, shape=[2])
KEEP rows $h1
""",
    """
$outer1 = lambda getter, name, *a, **k: getter(name + "_o", *a, **k)
$inner1 = lambda getter, name, *a, **k: getter(name + "_i", *a, **k)
with tf.variable_scope($SCOPE, custom_getter=$outer1):
    tf.get_variable($NAME, [2])
    with tf.variable_scope($SCOPE1, custom_getter=$inner1):
        tf.get_variable($NAME, [2], custom_getter=$outer1)
        BODY
    with tf.variable_scope($SCOPE1, reuse=tf.AUTO_REUSE):
        BODY auto
""",
    """
$kept1 = {}
def $getter1(getter, name, *args, **kwargs):
    base = name.split("/")[-1]
    if base not in $kept1:
        $kept1[base] = getter(name, *args, **kwargs)
    return $kept1[base]
for $i1 in range(2):
    with tf.variable_scope("m%d" % $i1, custom_getter=$getter1):
        tf.get_variable("w", [2])
        tf.get_variable("b", [2], initializer=tf.zeros_initializer())
""",
    """
$average1 = tf.train.ExponentialMovingAverage(0.9)
def $net1(x, reuse=None, getter=None):
    with tf.variable_scope($SCOPE1, reuse=reuse, custom_getter=getter):
        x = tf.layers.dense(x, $INT, name="one")
        return tf.layers.dense(x, 2)
$h1 = $net1($ROWS1)
$average1.apply(tf.get_collection(tf.GraphKeys.TRAINABLE_VARIABLES, scope=$SCOPE1))
$h2 = $net1($ROWS1, True, lambda getter, *a, **k: $average1.average(getter(*a, **k)))
KEEP rows $h2
""",
    """
def $getter1(getter, name, *args, **kwargs):
    with tf.control_dependencies(None):
        with tf.name_scope("made/"):
            return tf.identity(getter(name, *args, **kwargs), name="read")
with tf.variable_scope($SCOPE, custom_getter=$getter1):
    $x1 = tf.get_variable($NAME, [2]) * 2.0
    tf.Variable(0.0, name="read")
    BODY
""",
    """
def $creator1(next_creator, **kwargs):
    kwargs["name"] = "made_" + (kwargs.get("name") or "it")
    return next_creator(**kwargs)
with tf.variable_creator_scope($creator1):
    tf.Variable(0.0, name=$NAME)
    tf.Variable(1.0)
with tf.variable_creator_scope(lambda next_creator, **k: next_creator(**dict(k, trainable=False))):
    BODY
""",
)

SCOPES = (
    """
with tf.variable_scope($SCOPE) as $s1:
    BODY
with tf.variable_scope($s1, auxiliary_name_scope=False) as $s2:
    tf.Variable(0.0, name="t")
    with tf.name_scope($s2.original_name_scope):
        tf.Variable(0.0, name="t")
    with tf.variable_scope($SCOPE, auxiliary_name_scope=False):
        BODY
""",
    """
with tf.variable_scope($SCOPE) as $s1:
    tf.get_variable($NAME1, [2])
    $x1 = tf.identity($X, name="out")
with tf.name_scope($s1.original_name_scope):
    tf.identity($X, name="out")
    tf.Variable(0.0, name="out")
    with tf.variable_scope($s1, reuse=True):
        tf.get_variable($NAME1, [2])
        tf.Variable(0.0, name="out")
with tf.variable_scope($s1), tf.name_scope($s1.name + "/"):
    tf.Variable(0.0, name=$NAME1)
""",
    """
$graphs1 = [tf.Graph(), tf.Graph()]
for $g1 in $graphs1 + $graphs1[:1]:
    with $g1.as_default():
        with tf.variable_scope(None, default_name=$SCOPE1) as $s1:
            tf.get_variable("w", [2])
        with tf.name_scope($SCOPE):
            tf.Variable(0.0)
        tf.layers.dense(tf.ones([2, 3]), 2)
for $g1 in $graphs1:
    tf.Variable(0.0, name="n%d" % len($g1.get_collection("variables")))
""",
    """
with tf.variable_scope($SCOPE, initializer=tf.zeros_initializer()) as $s1:
    $s1.set_regularizer(tf.contrib.layers.l2_regularizer(0.1))
    tf.get_variable($NAME, [2])
    with tf.variable_scope($SCOPE, regularizer=None):
        BODY
    tf.layers.dense($ROWS, $INT)
for $i1, $loss1 in enumerate(tf.losses.get_regularization_losses()):
    tf.Variable(0.0, name="%s_%d" % ($loss1.op.name, $i1))
""",
    """
with tf.variable_scope($SCOPE, partitioner=tf.fixed_size_partitioner(2)) as $s1:
    $v1 = tf.get_variable($NAME1, [4, 2])
    tf.layers.dense($ROWS, 4)
with tf.variable_scope($s1, reuse=True):
    $v2 = tf.get_variable($NAME1, [4, 2])
for $p1 in $v1:
    tf.Variable(0.0, name=$p1.op.name + "_copy")
""",
    """
with tf.variable_scope($SCOPE, partitioner=tf.variable_axis_size_partitioner(16)):
    tf.get_variable($NAME, [4, 3])
    $h1 = tf.layers.dense($ROWS, 8, name=$NAME)
    tf.get_variable("scalar", [])
    BODY
KEEP rows $h1
""",
    """
$partition1 = tf.min_max_variable_partitioner(3, axis=0, min_slice_size=8)
with tf.variable_scope($SCOPE, partitioner=$partition1):
    $v1 = tf.get_variable($NAME, [6, 4])
    tf.Variable(0.0, name="n%d" % len(list($v1)))
    tf.get_variable("whole", [2], partitioner=None)
    slim.fully_connected($ROWS, 4)
""",
    """
def $build1(x, size=2):
    w = tf.get_variable("w", [size])
    h = tf.layers.dense(x, size)
    return h * w
$make1 = tf.make_template($SCOPE1, $build1, size=$INT)
$h1 = $make1($ROWS)
with tf.variable_scope($SCOPE):
    $make1($ROWS)
    $make2 = tf.make_template($SCOPE1, $build1)
    $make2($ROWS)
$h1 = $make2($ROWS)
tf.Variable(0.0, name=$make1.variable_scope.name + "_n%d" % len($make2.trainable_variables))
KEEP rows $h1
""",
    """
def $build1(x):
    with tf.variable_scope(None, "inner"):
        return x * tf.get_variable("w", [2])
$make1 = tf.make_template($SCOPE, $build1, create_scope_now_=True)
$make2 = tf.make_template($SCOPE, lambda x: $make1($build1(x)))
$x1 = $make2($make1(tf.ones([2])))
with tf.name_scope($SCOPE):
    $x1 = $make2($x1)
KEEP tensors $x1
""",
    """
$s1 = tf.get_variable_scope()
with tf.variable_scope($SCOPE):
    tf.get_variable($NAME, [2])
    with tf.variable_scope($s1):
        with tf.variable_scope($SCOPE):
            BODY
        tf.Variable(0.0, name="t")
    tf.Variable(0.0, name="t")
""",
    """
with tf.variable_scope($SCOPE, use_resource=True, dtype=tf.float64):
    $v1 = tf.get_variable($NAME, [2])
    with tf.variable_scope($SCOPE, dtype=tf.float32, use_resource=False):
        BODY
    tf.get_variable("k", initializer=tf.constant([1.0]))
    tf.Variable(0.0, name="n_" + $v1.dtype.base_dtype.name)
""",
    """
$stack1 = contextlib.ExitStack()
$s1 = $stack1.enter_context(tf.variable_scope($SCOPE))
$stack1.enter_context(tf.name_scope($SCOPE))
tf.get_variable($NAME, [2])
tf.Variable(0.0)
$stack1.close()
tf.Variable(0.0, name=$s1.name)
""",
)

FLOW = (
    """
with tf.variable_scope($SCOPE):
    def $loop1(i, x):
        w = tf.get_variable($NAME1, [2])
        return i + 1, x + w
    _, $x1 = tf.while_loop(lambda i, x: i < 3, $loop1, [tf.constant(0), tf.zeros([2])])
KEEP tensors $x1
""",
    """
def $yes1():
    with tf.variable_scope($SCOPE):
        return tf.reduce_sum(tf.get_variable($NAME, [2]))
def $no1():
    return tf.reduce_sum(tf.layers.dense($ROWS, $INT))
$x1 = tf.cond(tf.reduce_sum($X) > 0, $yes1, $no1)
tf.Variable(0.0, name="cond")
KEEP tensors $x1
""",
    """
def $step1(x):
    return tf.layers.dense(x[None], 2, name=$NAME1, reuse=tf.AUTO_REUSE)[0]
$h1 = tf.map_fn($step1, $ROWS)
tf.map_fn($step1, $ROWS)
KEEP rows $h1
""",
    """
with tf.variable_scope($SCOPE, reuse=tf.AUTO_REUSE):
    $x1 = tf.scan(lambda a, x: a + tf.get_variable("w", [2]), tf.ones([3, 2]))
    $x1 = tf.foldl(lambda a, x: a + x * tf.get_variable("w", [2]), $x1)
KEEP tensors $x1
""",
    """
$pick1 = tf.placeholder(tf.int32, [])
$cases1 = []
for $i1 in range(2):
    def $case1(i=$i1):
        return tf.get_variable("case%d" % i, [2]) * 1.0
    $cases1.append((tf.equal($pick1, $i1), $case1))
with tf.variable_scope($SCOPE):
    $x1 = tf.case($cases1, default=lambda: tf.zeros([2]))
KEEP tensors $x1
""",
    """
$x1 = tf.py_func(lambda a: a, [$ROWS], tf.float32)
$x1.set_shape([4, 6])
$h1 = tf.layers.dense($x1, $INT)
KEEP rows $h1
""",
)
