"""Pieces about Python itself: loops, closures, generators, classes, errors, collections."""

LOOPS = (
    """
for $i1 in range(4):
    if $i1 == $INT:
        continue
    if $i1 == $INT:
        break
    BODY $i1
else:
    tf.get_variable($NAME, [1])
""",
    """
$n1 = 0
while True:
    $n1 += 1
    if $n1 > $INT:
        break
    BODY $n1
else:
    tf.get_variable("never", [1])
tf.Variable(0.0, name="n%d" % $n1)
""",
    """
for $i1, $size1 in enumerate([2, 3, 3, 2]):
    for $j1 in range($size1):
        if $j1 > $i1:
            break
        tf.get_variable("w%d_%d" % ($i1, $j1), [$size1])
    else:
        continue
    tf.Variable(0.0, name="left%d" % $i1)
""",
    """
import itertools
for $a1, $b1 in itertools.product("ab", range(2)):
    with tf.variable_scope($a1, reuse=tf.AUTO_REUSE):
        tf.get_variable("w%d" % $b1, [2])
for $a1, $group1 in itertools.groupby(sorted(["bx", "ay", "az"]), key=lambda s: s[0]):
    tf.Variable(0.0, name="_".join([$a1] + list($group1)))
$n1 = itertools.count(1)
for $a1 in itertools.islice(itertools.cycle(["p", "q"]), 3):
    tf.get_variable($a1 + str(next($n1)), [2])
""",
    """
$sizes1 = [4, 3, 2]
for $a1, $b1 in zip($sizes1[:-1], $sizes1[1:]):
    tf.get_variable("k_{}x{}".format($a1, $b1), [$a1, $b1])
while $sizes1:
    $last1 = $sizes1.pop()
    if $last1 % 2:
        continue
    tf.Variable(0.0, name="left%d" % $last1)
""",
    """
for $k1 in sorted({n.lower() for n in ("B", "a", "b")}):
    tf.Variable(0.0, name=$k1)
for $k1, $v1 in sorted({"x%d" % i: i for i in (2, 1)}.items(), key=lambda p: -p[1]):
    tf.get_variable($k1, [$v1])
$d1 = collections.OrderedDict([("z", 1), ("y", 2)])
$d1["a"] = $d1.pop("z")
for $k1 in reversed(list($d1)):
    tf.Variable(0.0, name="%s%d" % ($k1, $d1[$k1]))
$d2 = collections.defaultdict(list)
for $k1 in "abca":
    $d2[$k1].append(len($d2))
tf.Variable(0.0, name="_".join(k + str(len(v)) for k, v in $d2.items()))
$c1 = collections.Counter("abcab")
tf.Variable(0.0, name="c" + "".join(k for k, n in $c1.most_common() if n > 1))
""",
    """
$h1 = functools.reduce(lambda x, n: tf.layers.dense(x, n), [4, 3], $ROWS)
$parts1 = [tf.nn.relu, functools.partial(tf.layers.dense, units=2)]
$h1 = functools.reduce(lambda x, f: f(x), $parts1, $h1)
KEEP rows $h1
""",
    """
$x1 = $ROWS
for $layer1 in (dict(units=3), dict(units=2, name=$NAME), {"units": 2, "use_bias": False}):
    $x1 = tf.layers.dense($x1, **$layer1)
$x1, *$rest1 = [$x1, 1, 2]
tf.Variable(0.0, name="r%d" % sum($rest1))
KEEP rows $x1
""",
)

FUNCTIONS = (
    """
def $each1(names):
    for name in names:
        with tf.variable_scope(name):
            yield tf.get_variable("w", [2])
        tf.Variable(0.0, name="after")
$it1 = $each1(["p", "q"])
next($it1)
tf.get_variable("between", [2])
list($it1)
""",
    """
def $inner1(n):
    got = yield tf.get_variable("g%d" % n, [1])
    yield tf.Variable(0.0, name="got%s" % got)
def $outer1():
    for i in range(2):
        yield from $inner1(i)
for $i1, $v1 in enumerate($outer1()):
    tf.Variable(0.0, name=$v1.op.name + "_%d" % $i1)
""",
    """
def $layer1(x, *sizes, **options):
    scope = options.pop("scope", "d")
    with tf.variable_scope(scope, reuse=options.pop("reuse", None)):
        for i, size in enumerate(sizes):
            x = tf.layers.dense(x, size, **dict(options, name="fc%d" % i))
    return x
$h1 = $layer1($ROWS, 3, 2, scope=$SCOPE1)
$h1 = $layer1($ROWS, *[3, 2], **{"scope": $SCOPE, "use_bias": False})
KEEP rows $h1
""",
    """
def $scoped1(scope=None, **options):
    def wrap(function):
        @functools.wraps(function)
        def run(*args, **kwargs):
            with tf.variable_scope(scope or function.__name__, **options):
                return function(*args, **kwargs)
        run.calls = 0
        return run
    return wrap
@$scoped1(reuse=tf.AUTO_REUSE)
def $block1(x, n=2):
    return tf.reduce_sum(x) * tf.get_variable("w", [n])
@$scoped1($SCOPE)
@$scoped1($SCOPE)
def $block2(x):
    BODY
    return $block1(x)
$x1 = $block2($block1($X))
$x1 = $block1($x1)
""",
    """
$made1 = []
def $make1(name, made=$made1, cache={}):
    if name not in cache:
        cache[name] = tf.get_variable(name, [len(cache) + 1])
        made.append(name)
    return cache[name]
for $n1 in ("a", "b", "a"):
    $make1($n1 + "_kept")
tf.Variable(0.0, name="_".join($made1))
""",
    """
@functools.lru_cache(maxsize=None)
def $cached1(name, size=2):
    return tf.get_variable(name, [size])
$cached1("one")
$cached1("two", 3)
$cached1("one")
tf.Variable(0.0, name="hits%d" % $cached1.cache_info().hits)
""",
    """
$layers1 = []
for $i1 in range(2):
    $options1 = dict(reuse=tf.AUTO_REUSE)
    $layers1.append(lambda x, i=$i1: tf.layers.dense(x, i + 1, name="late%d" % $i1, **$options1))
$h1 = $layers1[0]($ROWS)
$h1 = $layers1[0]($ROWS)
KEEP rows $h1
""",
    """
def $count1():
    total = 0
    def add(name):
        nonlocal total
        total += 1
        return tf.Variable(0.0, name="%s_%d" % (name, total))
    return add
$add1, $add2 = $count1(), $count1()
$add1("p"), $add2("p"), $add1("q")
list(map($add2, "xy"))
[$add1(n) for n in "ab" if n != "a"]
""",
    """
@contextlib.contextmanager
def $scope1(name, *more):
    with tf.variable_scope(name) as s, contextlib.ExitStack() as stack:
        for each in more:
            stack.enter_context(tf.name_scope(each))
        try:
            yield s
        finally:
            tf.Variable(0.0, name="end")
with $scope1($SCOPE, "p", "q") as $s1:
    tf.Variable(0.0, name="t")
    BODY
with $scope1($s1):
    tf.Variable(0.0, name="t")
""",
)

CLASSES = (
    """
class $Base1(object):
    registry = {}
    def __init__(self, name):
        self.name = name
        $Base1.registry.setdefault(type(self).__name__, []).append(self)
    @property
    def w(self):
        if not hasattr(self, "_w"):
            self._w = self.make("w")
        return self._w
    @w.setter
    def w(self, value):
        self._w = value
    def make(self, name):
        with tf.variable_scope(self.name, reuse=tf.AUTO_REUSE):
            return tf.get_variable(name, [2])
class $Mixin1(object):
    def make(self, name):
        return super($Mixin1, self).make("mixed_" + name)
class $Child1($Mixin1, $Base1):
    def make(self, name):
        with tf.name_scope("child"):
            tf.Variable(0.0, name="t")
            return super().make(name)
$o1, $o2 = $Base1($SCOPE), $Child1($SCOPE)
$o1.w, $o2.w, $o1.w
$o1.w = tf.Variable(0.0, name=$o2.w.op.name)
for $k1, $v1 in sorted($Base1.registry.items(), key=lambda p: p[1][0].name):
    tf.Variable(0.0, name="r%d" % len($v1))
""",
    """
class $Parts1(object):
    def __init__(self):
        self.parts = {}
    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        return self.parts.setdefault(name, tf.get_variable(name, [2]))
    def __setitem__(self, key, value):
        self.parts[key] = tf.Variable(value, name=key)
    def __contains__(self, key):
        return key in self.parts
    def __iter__(self):
        return iter(sorted(self.parts))
$o1 = $Parts1()
with tf.variable_scope($SCOPE, reuse=tf.AUTO_REUSE):
    $o1.first, $o1.second
    $o1["third"] = 0.0
    if "first" in $o1 and hasattr($o1, "parts"):
        getattr($o1, "first")
for $k1 in $o1:
    tf.Variable(0.0, name=$k1)
""",
    """
class $Meta1(type):
    made = []
    def __new__(mcs, name, bases, space):
        cls = super($Meta1, mcs).__new__(mcs, name, bases, space)
        if "scope" in space:
            mcs.made.append(cls)
        return cls
class $Model1(metaclass=$Meta1):
    def build(self, x):
        with tf.variable_scope(self.scope):
            return tf.layers.dense(x, self.size())
class $Model2($Model1):
    scope = $SCOPE
    @staticmethod
    def size():
        return 2
class $Model3($Model2):
    scope = $SCOPE
    @classmethod
    def size(cls):
        return len(cls.scope) + 1
for $m1 in $Meta1.made:
    $m1().build($ROWS)
""",
    """
class $Layer1(object):
    counts = collections.Counter()
    def __init__(self, units, name=None):
        self.units = units
        base = name or type(self).__name__.lower()
        $Layer1.counts[base] += 1
        self.name = base if $Layer1.counts[base] == 1 else "%s_%d" % (base, $Layer1.counts[base])
        self.vars = {}
    def __call__(self, x):
        with tf.variable_scope(self.name, reuse=bool(self.vars)) as scope:
            size = x.get_shape().as_list()[-1]
            self.vars["w"] = tf.get_variable("w", [size, self.units])
            self.scope = scope
            return tf.matmul(x, self.vars["w"])
    def __enter__(self):
        return self
    def __exit__(self, kind, error, trace):
        tf.Variable(0.0, name="closed")
        return kind is ValueError
$l1, $l2 = $Layer1(3), $Layer1(2, "own")
with $Layer1(4) as $l3:
    $h1 = $l3($l1($ROWS))
    $h1 = $l2($l1($ROWS))
    if $l1.vars:
        raise ValueError("stop")
tf.Variable(0.0, name=$l1.scope.name)
KEEP rows $h1
""",
    """
$Conf1 = collections.namedtuple("Conf", "units name act")
$Conf1.__new__.__defaults__ = (None,)
$h1 = $ROWS
for $c1 in [$Conf1(3, "n1"), $Conf1(2, "n2", tf.nn.relu)._replace(name="n3")]:
    $h1 = tf.layers.dense($h1, $c1.units, name=$c1.name, activation=$c1.act)
tf.Variable(0.0, name="_".join($Conf1._fields))
KEEP rows $h1
""",
)

ERRORS = (
    """
try:
    with tf.variable_scope($SCOPE1):
        tf.get_variable($NAME1, [2])
        tf.get_variable($NAME1, [2])
except ValueError as error:
    $msg1 = str(error)
    tf.Variable(0.0, name="e%d" % $msg1.count("already"))
    with tf.variable_scope($SCOPE1, reuse=True):
        tf.get_variable($NAME1, [2])
else:
    tf.get_variable("never", [1])
finally:
    tf.Variable(0.0, name="done")
""",
    """
try:
    with tf.variable_scope($SCOPE1, reuse=True):
        tf.get_variable($NAME1, [2])
except ValueError:
    with tf.variable_scope($SCOPE1):
        tf.get_variable($NAME1, [2])
with tf.variable_scope($SCOPE1):
    tf.Variable(0.0, name="t")
""",
    """
for $r1 in (None, True, True):
    try:
        with tf.variable_scope($SCOPE1, reuse=$r1):
            tf.get_variable("w", [2 if $r1 is None else 3])
    except ValueError:
        tf.Variable(0.0, name="bad")
        continue
    tf.Variable(0.0, name="good")
""",
    """
class $Stop1(Exception):
    pass
def $risky1(n):
    with tf.variable_scope("risk%d" % n):
        tf.get_variable("w", [2])
        if n > 1:
            raise $Stop1(n)
        return n
try:
    for $i1 in range(4):
        $risky1($i1)
except $Stop1 as error:
    tf.Variable(0.0, name="stopped%d" % error.args[0])
with contextlib.suppress(ValueError):
    tf.get_variable("sup", [2])
    tf.get_variable("sup", [2])
    tf.get_variable("unreached", [2])
tf.Variable(0.0, name="end")
""",
    """
def $get1(name, shape=(2,)):
    try:
        return tf.get_variable(name, shape)
    except ValueError as error:
        if "already exists" not in str(error):
            raise
        tf.get_variable_scope().reuse_variables()
        return tf.get_variable(name)
with tf.variable_scope($SCOPE):
    $get1($NAME1), $get1($NAME1)
    tf.get_variable($NAME1, [2])
""",
)
