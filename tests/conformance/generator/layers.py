"""Statements that call layers: tf.layers, tf.contrib.layers and slim, in arg_scopes and helpers."""

# Nested blocks mirror the nesting that they write.
# ruff: noqa: SIM117

from __future__ import annotations

from .author import Author, Env, statement
from .names import distinct, formatted, quoted, scope_name

KINDS = {
    "rows": ("tf.ones([4, 6])", "tf.zeros([4, 3])"),
    "sequences": ("tf.ones([4, 5, 6])", "tf.zeros([4, 5, 3])"),
    "images": ("tf.ones([4, 8, 8, 3])", "tf.zeros([4, 8, 8, 4])"),
}
"""Tensors by rank, and what stands for one where none is at hand."""
NAMES = ("fc", "conv", "w", "a", "out", "dense", "layer")
NETS = ("def net",)

_OPTIONS = (
    "activation=tf.nn.relu",
    "use_bias=False",
    "kernel_initializer=tf.zeros_initializer()",
    "kernel_regularizer=tf.contrib.layers.l2_regularizer(0.1)",
    "trainable=False",
    "bias_initializer=tf.constant_initializer(0.1)",
    "kernel_constraint=lambda v: v",
    "activity_regularizer=tf.reduce_sum",
)
_CONTRIB_OPTIONS = (
    "activation_fn=None",
    "normalizer_fn=slim.batch_norm",
    "biases_initializer=None",
    "weights_regularizer=slim.l2_regularizer(0.1)",
    "trainable=False",
    "normalizer_fn=slim.layer_norm",
    'normalizer_params={"scale": True}, normalizer_fn=slim.batch_norm',
    'variables_collections=["mine"]',
    'outputs_collections="outs"',
    "weights_initializer=tf.truncated_normal_initializer(0.0, 0.1)",
)
# {x} the input, {n} units; the kind of tensor that goes in and comes out.
CORE = {
    "tf.layers.dense({x}, {n}": ("rows", "rows"),
    "tf.layers.dense({x}, units={n}": ("sequences", "sequences"),
    "tf.layers.conv1d({x}, {n}, 3, padding='same'": ("sequences", "sequences"),
    "tf.layers.conv2d({x}, {n}, [3, 3], padding='SAME'": ("images", "images"),
    "tf.layers.conv2d_transpose({x}, {n}, 3, padding='same'": ("images", "images"),
    "tf.layers.separable_conv2d({x}, {n}, 3, padding='same'": ("images", "images"),
}
NORMS = {
    "tf.layers.batch_normalization({x}": ("rows", "images", "sequences"),
    "tf.layers.batch_normalization({x}, training=True": ("rows", "images"),
    "tf.layers.batch_normalization({x}, scale=False": ("rows", "images"),
    "tf.layers.batch_normalization({x}, axis=-1, momentum=0.9": ("images",),
}
PLAIN = {
    "tf.layers.dropout({x}": ("rows", "images"),
    "tf.layers.dropout({x}, training=True": ("rows",),
    "tf.layers.max_pooling2d({x}, 2, 1, padding='same'": ("images",),
    "tf.layers.average_pooling1d({x}, 2, 1, padding='same'": ("sequences",),
}
CONTRIB = {
    "fully_connected({x}, {n}": ("rows", "rows"),
    "linear({x}, {n}": ("rows", "rows"),
    "conv2d({x}, {n}, [3, 3]": ("images", "images"),
    "convolution2d({x}, {n}, 3": ("images", "images"),
    "conv2d_transpose({x}, {n}, 3": ("images", "images"),
    "separable_conv2d({x}, {n}, 3, 1": ("images", "images"),
}
CONTRIB_NORMS = {
    "batch_norm({x}": ("rows", "images"),
    "batch_norm({x}, is_training=False": ("images",),
    "batch_norm({x}, scale=True, center=False": ("rows", "images"),
    "layer_norm({x}": ("rows", "images"),
    "bias_add({x}": ("rows", "images"),
    "instance_norm({x}": ("images",),
    "dropout({x}, 0.5": ("rows",),
    "max_pool2d({x}, 2, 1, padding='SAME'": ("images",),
    "unit_norm({x}, 1": ("rows",),
}


def tensor_of(author: Author, env: Env, kind: str) -> str:
    """A float tensor of some rank."""
    known = getattr(env, kind)
    if known and author.chance(0.92):
        return author.pick(known)
    return author.pick(KINDS[kind])


def keep(env: Env, kind: str, name: str) -> None:
    """Remember a tensor by its rank."""
    getattr(env, kind).append(name)
    env.tensors.append(name)


def named(author: Author, env: Env, keyword: str) -> str:
    """A name argument that mostly fits the scope it is in, or nothing."""
    if not author.chance(0.45):
        return ""
    taken = author.asked.setdefault(env.path, {})
    free = [name for name in NAMES if f"layer {name}" not in taken]
    base = author.pick(free) if free else author.fresh("more")
    expression, different = distinct(author, env, base)
    if different or not env.loops:
        taken[f"layer {base}"] = ""
    elif env.reuse == "no" and not author.careless(0.5):
        return ""  # a name that every round of the loop would ask for again
    author.use("layer_named")
    return f", {keyword}={expression}"


def _written(author: Author, env: Env, call: str, kind: str, keyword: str) -> None:
    """Write a call, and sometimes the same call again, sharing."""
    name = author.fresh("h")
    label = named(author, env, keyword)
    author.line(f"{name} = {call}{label})")
    if label and env.plain and author.chance(0.25):
        reuse = author.pick((", reuse=True", ", reuse=tf.AUTO_REUSE"))
        if not author.careless(0.2) and not ("pool" in call or "dropout" in call):
            author.use("layer_shared")
            author.line(f"{name} = {call}{label}{reuse})")
    keep(env, kind, name)


@statement("layer")
def layer(author: Author, env: Env) -> None:
    """A call of tf.layers."""
    table = author.random.choices((CORE, NORMS, PLAIN), (8, 3, 1))[0]
    template = author.pick(list(table))
    kinds = table[template]
    kind, result = kinds if table is CORE else (author.pick(kinds),) * 2
    call = template.format(x=tensor_of(author, env, kind), n=author.pick(("2", "3", "4", "6")))
    if table is CORE and author.chance(0.35):
        option = author.pick(_OPTIONS)
        if "conv2d_transpose" not in call and "separable" not in call:
            call += ", " + option
    author.use(template.split("(")[0])
    if table is PLAIN:
        name = author.fresh("h")
        author.line(f"{name} = {call})")
        keep(env, result, name)
    else:
        _written(author, env, call, result, "name")


@statement("contrib_layer")
def contrib_layer(author: Author, env: Env) -> None:
    """A call of tf.contrib.layers or slim."""
    table = author.random.choices((CONTRIB, CONTRIB_NORMS), (8, 3))[0]
    template = author.pick(list(table))
    kinds = table[template]
    kind, result = kinds if table is CONTRIB else (author.pick(kinds),) * 2
    call = template.format(x=tensor_of(author, env, kind), n=author.pick(("2", "3", "4", "6")))
    if table is CONTRIB and not call.startswith("linear") and author.chance(0.35):
        call += ", " + author.pick(_CONTRIB_OPTIONS)
    author.use("contrib_" + template.split("(")[0])
    module = author.pick(("slim", "slim", "tf.contrib.layers"))
    plain = call.startswith(("dropout", "max_pool", "unit_norm"))
    if plain:
        name = author.fresh("h")
        author.line(f"{name} = {module}.{call})")
        keep(env, result, name)
    else:
        _written(author, env, f"{module}.{call}", result, "scope")


@statement("repeat")
def repeat(author: Author, env: Env) -> None:
    """slim.repeat and slim.stack."""
    way = author.weighted(repeat=3, stack=2, images=2)
    x = tensor_of(author, env, "images" if way == "images" else "rows")
    call = {
        "repeat": f"slim.repeat({x}, {author.pick(('2', '3'))}, slim.fully_connected, 4",
        "stack": f"slim.stack({x}, slim.fully_connected, [3, 4]",
        "images": f"slim.repeat({x}, 2, slim.conv2d, 4, [3, 3]",
    }[way]
    author.use("slim_" + way)
    _written(author, env, call, "images" if way == "images" else "rows", "scope")


@statement("arg_scope")
def arg_scope(author: Author, env: Env) -> None:
    """``with slim.arg_scope(...)``."""
    functions = author.pick(
        (
            "[slim.conv2d, slim.fully_connected]",
            "[slim.fully_connected]",
            "[slim.conv2d]",
            "[slim.batch_norm]",
            "[slim.conv2d, slim.conv2d_transpose, slim.separable_conv2d]",
        )
    )
    option = "is_training=True" if "batch_norm" in functions else author.pick(_CONTRIB_OPTIONS)
    if "fully_connected" in functions and "layer_norm" in option:
        option = "activation_fn=tf.nn.tanh"
    captured = f" as {author.fresh('args')}" if author.chance(0.2) else ""
    with author.block(f"with slim.arg_scope({functions}, {option}){captured}:"):
        author.body(env.inside())
    if captured and author.chance(0.7):
        with author.block(f"with slim.arg_scope({captured[4:]}):"):
            author.body(env.inside(), 1, 2)


@statement("layer_object")
def layer_object(author: Author, env: Env) -> None:
    """A layer that is kept and called again, perhaps elsewhere."""
    kind, made = author.random.choice(
        (
            ("rows", "tf.layers.Dense({n}"),
            ("images", "tf.layers.Conv2D({n}, 3, padding='same'"),
            ("rows", "tf.layers.BatchNormalization("),
            ("rows", "tf.layers.Dense({n}, activation=tf.nn.relu, use_bias=False"),
        )
    )
    name, result = author.fresh("layer"), author.fresh("h")
    x = tensor_of(author, env, kind)
    label = named(author, env, "name")
    call = made.format(n=author.pick(("2", "4"))) + label
    author.line(f"{name} = {call.replace('(, ', '(')})")
    author.line(f"{result} = {name}({x})")
    if author.chance(0.5):
        item = author.pick(
            (f"tf.variable_scope({quoted(scope_name(author))})", "tf.name_scope('n')")
        )
        if author.chance(0.5):
            with author.block(f"with {item}:"):
                author.line(f"{name}({x})")
        else:
            author.line(f"{name}.apply({x})")
    keep(env, kind, result)


@statement("define_net")
def define_net(author: Author, env: Env) -> None:
    """A helper that stacks layers in a scope, and two calls of it."""
    function = author.fresh("net")
    default = quoted(scope_name(author))
    kind = author.pick(("rows", "images"))
    inside = env.function(author.fresh("f") + ":")
    for known in (inside.rows, inside.images, inside.sequences):
        known.clear()
    keep(inside, kind, "x")
    scope = author.pick(
        (
            f"name or {default}, reuse=reuse",
            f"name, {default}, [x], reuse=reuse",
            f"name, {default}",
        )
    )
    with author.block(f"def {function}(x, name=None, reuse=None):"):
        with author.block(f"with tf.variable_scope({scope}):"):
            if author.chance(0.4):
                with author.block("for i in range(2):"):
                    label = formatted(author, "fc", "i")
                    call = {"rows": "tf.layers.dense(x, 4", "images": "slim.conv2d(x, 4, 3"}[kind]
                    keyword = "name" if kind == "rows" else "scope"
                    named_call = author.chance(0.6)
                    author.line(f"x = {call}, {keyword}={label})" if named_call else f"x = {call})")
            author.body(inside, 1, 3)
            author.line(f"return {author.pick(getattr(inside, kind))}")
    for index in range(author.random.randint(1, 3)):
        arguments = [tensor_of(author, env, kind)]
        if author.chance(0.4):
            arguments.append(quoted(author.pick(("one", "two", "net"))))
        if index and author.chance(0.5):
            arguments.append(f"reuse={author.pick(('True', 'tf.AUTO_REUSE', 'tf.AUTO_REUSE'))}")
        result = author.fresh("h")
        author.line(f"{result} = {function}({', '.join(arguments)})")
        keep(env, kind, result)
