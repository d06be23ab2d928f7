"""Statements that make variables and ops."""

from __future__ import annotations

from .author import VARIABLE_NAMES, Author, Env, statement
from .names import any_text, distinct, op_name, quoted, spelled

SHAPES = ("[2]", "[2, 3]", "(2,)", "[]", "[1]", "[2] * 2", "SHAPE", "tf.TensorShape([2])", "2")
_CONSTANTS = (
    "0.5",
    "[1.0, 2.0]",
    "tf.zeros([2])",
    "tf.constant(1.0)",
    "3",
    "lambda: tf.ones([2])",
    "CONSTANT",
)
_INITIALIZERS = (
    "tf.zeros_initializer()",
    "tf.constant_initializer(0.1)",
    "tf.random_normal_initializer(stddev=0.1)",
    "tf.glorot_uniform_initializer()",
    "tf.ones_initializer",
    "INIT",
)
_OPTIONS = (
    "trainable=False",
    "regularizer=None",
    'collections=["things"]',
    "collections=[tf.GraphKeys.LOCAL_VARIABLES]",
    "regularizer=lambda v: tf.reduce_sum(v * v)",
    "use_resource=True",
    "validate_shape=True",
    "partitioner=tf.fixed_size_partitioner(2)",
)
# Calls that take names; {x} is any float tensor, {n} a name argument or nothing.
OPS = (
    ("tf.constant(1.0{n})", "Const"),
    ("tf.zeros([2]{n})", "zeros"),
    ("tf.ones([2, 3]{n})", "ones"),
    ("tf.fill([2], 0.5{n})", "Fill"),
    ("tf.random_normal([2]{n})", "random_normal"),
    ("tf.random_uniform([2]{n})", "random_uniform"),
    ("tf.truncated_normal([2]{n})", "truncated_normal"),
    ("tf.placeholder(tf.float32, [2, 3]{n})", "Placeholder"),
    ("{x} + 1.0", "add"),
    ("{x} * 2.0", "mul"),
    ("2.0 * {x}", "mul"),
    ("{x} - 1.0", "sub"),
    ("1.0 - {x}", "sub"),
    ("{x} / 2.0", "truediv"),
    ("-{x}", "Neg"),
    ("{x} ** 2.0", "pow"),
    ("abs({x})", "Abs"),
    ("tf.add({x}, {x}{n})", "Add"),
    ("tf.subtract({x}, 1.0{n})", "Sub"),
    ("tf.multiply({x}, {x}{n})", "Mul"),
    ("tf.divide({x}, 2.0{n})", "truediv"),
    ("tf.negative({x}{n})", "Neg"),
    ("tf.square({x}{n})", "Square"),
    ("tf.sqrt({x}{n})", "Sqrt"),
    ("tf.exp({x}{n})", "Exp"),
    ("tf.tanh({x}{n})", "Tanh"),
    ("tf.sigmoid({x}{n})", "Sigmoid"),
    ("tf.nn.relu({x}{n})", "Relu"),
    ("tf.nn.sigmoid({x}{n})", "Sigmoid"),
    ("tf.identity({x}{n})", "Identity"),
    ("tf.stop_gradient({x}{n})", "StopGradient"),
    ("tf.maximum({x}, 0.0{n})", "Maximum"),
    ("tf.reduce_sum({x}{n})", "Sum"),
    ("tf.reduce_mean({x}{n})", "Mean"),
    ("tf.reshape({x}, [-1]{n})", "Reshape"),
    ("tf.expand_dims({x}, 0{n})", "ExpandDims"),
    ("tf.zeros_like({x}{n})", "zeros_like"),
    ("tf.ones_like({x}{n})", "ones_like"),
    ("tf.cast({x}, tf.float32{n})", "Cast"),
    ("tf.stack([{x}, {x}]{n})", "stack"),
    ("tf.add_n([{x}, {x}]{n})", "AddN"),
    ("tf.matmul(tf.ones([2, 3]), tf.zeros([3, 2]){n})", "MatMul"),
    ("tf.concat([tf.zeros([2]), tf.ones([2])], 0{n})", "concat"),
    ("tf.transpose(tf.ones([2, 3]){n})", "transpose"),
    ("tf.nn.softmax(tf.ones([2, 3]){n})", "Softmax"),
    ("tf.convert_to_tensor([1.0, 2.0]{n})", "Const"),
)


def shape(author: Author, env: Env) -> str:
    """A shape as source."""
    if env.ints and author.chance(0.15):
        author.use("shape_computed")
        return f"[{author.pick(env.ints)} + 1, 2]"
    if env.variables and author.chance(0.08):
        author.use("shape_of_variable")
        variable = author.pick(env.variables)
        return author.pick(
            (f"{variable}.shape", f"{variable}.get_shape().as_list()", f"{variable}.get_shape()")
        )
    return author.random.choices(SHAPES, (8, 5, 2, 3, 4, 1, 2, 1, 1))[0]


def variable_arguments(author: Author, env: Env) -> str:
    """All arguments of get_variable but the name, with a comma in front."""
    constant, nothing = (3.0 if env.plain else 0.0), author.pressure / 4
    way = author.weighted(
        shape=12, named=4, constant=constant, initializer=4, dtype=3, nothing=nothing
    )
    parts = []
    if way == "constant":
        parts.append(f"initializer={author.pick(_CONSTANTS)}")
        author.use("initializer_constant")
    elif way == "named":
        parts.append(f"shape={shape(author, env)}")
    elif way != "nothing":
        parts.append(shape(author, env))
    if way == "initializer":
        parts.append(f"initializer={author.pick(_INITIALIZERS)}")
    if way == "dtype":
        dtype = author.pick(("tf.float64", "tf.float32", "tf.int32", "tf.float16"))
        parts.append(dtype if author.chance(0.4) else f"dtype={dtype}")
    if author.chance(0.2):
        whole = way == "constant"
        option = author.random.choices(_OPTIONS, (4, 1, 3, 1, 1, 1, 1, 0 if whole else 1))[0]
        author.use("option_" + option.split("=")[0])
        parts.append(option)
    return "".join(", " + part for part in parts)


def get_variable_call(author: Author, env: Env) -> str:
    """A call of get_variable that mostly fits the scope it is in."""
    asked = author.asked.setdefault(env.path, {})
    again = bool(asked) and author.chance({"no": 0.0, "auto": 0.65, "yes": 0.97}[env.reuse])
    if again or (asked and author.careless(0.35)):
        name = author.pick(list(asked))
        rest = asked[name]
        if env.reuse != "no" and author.careless(0.3):
            rest = variable_arguments(author, env)
        elif env.reuse != "no" and "dtype" not in rest and author.chance(0.2):
            rest = ""
        author.use("asked_again")
        return f"tf.get_variable({spelled(author, env, name)}{rest})"
    free = [name for name in VARIABLE_NAMES if name not in asked]
    base = author.pick(free) if free else f"w{len(asked)}"
    expression, different = distinct(author, env, base)
    rest = variable_arguments(author, env)
    if different and not env.loops:
        asked[base] = rest
    keyword = "name=" if author.chance(0.08) else ""
    if keyword and rest and "=" not in rest.split(",")[1]:
        keyword = ""
    opener = author.pick(("tf.get_variable",) * 12 + ("tf.compat.v1.get_variable",))
    return f"{opener}({keyword}{expression}{rest})"


def is_float(call: str) -> bool:
    """Whether the variable can be added to a float."""
    return not any(mark in call for mark in ("int32", "=3", "partitioner", "float16", "float64"))


@statement("get_variable")
def get_variable(author: Author, env: Env) -> None:
    """Ask for a variable."""
    if env.reuse == "yes" and not author.asked.get(env.path) and not author.careless(0.5):
        variable(author, env)
        return
    call = get_variable_call(author, env)
    name = author.fresh("v")
    author.line(f"{name} = {call}")
    if is_float(call) and env.plain:
        env.variables.append(name)
        env.tensors.append(name)


def variable_call(author: Author, env: Env) -> str:
    """A call of tf.Variable."""
    tensor = tensor_expression(author, env)
    initial = author.random.choices(
        ("0.0", "[1.0, 2.0]", "tf.zeros([2])", "tf.random_normal([2, 3])", "0", "tensor", "lambda"),
        (8, 3, 3, 2, 1, 2, 2),
    )[0]
    if initial == "tensor":
        initial = f"{tensor} * 2.0"
        author.use("initial_value_tensor")
    elif initial == "lambda":
        initial = author.pick(("lambda: tf.zeros([2])", "lambda: 1.0"))
        author.use("initial_value_callable")
    parts = [initial]
    if author.chance(0.75):
        parts.append(f"name={any_text(author, env, op_name(author))}")
    if author.chance(0.12):
        parts.append(author.pick(("trainable=False", 'collections=["things"]', "trainable=True")))
    if author.chance(0.05) and initial[0] in "[0":
        parts.append("dtype=tf.float64")
    return f"tf.Variable({', '.join(parts)})"


@statement("Variable")
def variable(author: Author, env: Env) -> None:
    """Make a tf.Variable."""
    call = variable_call(author, env)
    if author.chance(0.3):
        author.line(call)
        return
    name = author.fresh("t")
    author.line(f"{name} = {call}")
    if is_float(call) and not call.startswith(("tf.Variable(0,", "tf.Variable(0)")):
        env.variables.append(name)
        env.tensors.append(name)


def tensor_expression(author: Author, env: Env) -> str:
    """A float tensor: one that is at hand, else a new constant."""
    if env.tensors and author.chance(0.9):
        return author.pick(env.tensors)
    return author.pick(("tf.constant(1.0)", "tf.ones([2])", "tf.zeros([2, 3])"))


@statement("op")
def op(author: Author, env: Env) -> None:
    """Call an op that takes a name, and sometimes show which."""
    template, default = author.random.choice(OPS)
    argument = ""
    if "{n}" in template and author.chance(0.35):
        default = op_name(author)
        argument = f", name={any_text(author, env, default)}"
        author.use("op_named")
    call = template.format(x=tensor_expression(author, env), n=argument)
    author.use("op_" + template.split("(")[0])
    if author.chance(0.2):
        author.line(call)
    else:
        name = author.fresh("x")
        author.line(f"{name} = {call}")
        env.tensors.append(name)
    if author.chance(0.4):
        author.line(f"tf.Variable(0.0, name={quoted(default)})")


@statement("collection")
def collection(author: Author, env: Env) -> None:
    """Read a collection back and make variables by what is in it."""
    if not env.variables:
        return
    source = author.pick(
        (
            "tf.trainable_variables()",
            "tf.global_variables()",
            'tf.get_collection("things")',
            'tf.trainable_variables("a")',
            'tf.get_collection(tf.GraphKeys.GLOBAL_VARIABLES, scope="a")',
            'tf.global_variables(scope="b")',
        )
    )
    way = author.weighted(count=3, copies=2, add=2, names=2)
    if way == "count":
        author.line(f'tf.Variable(0.0, name="n%d" % len({source}))')
    elif way == "add":
        author.line(f'tf.add_to_collection("things", {author.pick(env.variables)})')
    elif way == "names":
        author.line(f'tf.Variable(0.0, name="_".join(["k"] + [v.op.name for v in {source}[:2]]))')
    else:
        with author.block(f"for old in {source}[:2]:"):
            name = author.pick(('old.op.name + "_ema"', 'old.name.split(":")[0]', "old.name[:-2]"))
            author.line(f"tf.Variable(0.0, name={name})")
