"""Statements that open, capture and change scopes and graphs."""

from __future__ import annotations

from .author import Author, Env, statement
from .names import any_text, distinct, op_name, quoted, scope_name
from .values import get_variable_call, tensor_expression

_FLAGS = {"no": "None", "yes": "True", "auto": "tf.AUTO_REUSE"}


def inner_reuse(outer: str, own: str) -> str:
    """What holds inside a scope opened by a string."""
    return outer if own == "no" else own


def choose_reuse(author: Author, env: Env, path: str, scope_reuse: str = "no") -> tuple[str, str]:
    """A reuse argument as source ("" for none), and what it is believed to do."""
    known = bool(author.asked.get(path))
    way = author.weighted(
        none=5 if known else 10,
        auto=5,
        true=8 if known else 2 * author.pressure,
        false=1,
        null=1,
        flag=3 if env.flags else 0,
        computed=2 if env.ints else 0,
    )
    author.use("reuse_" + way)
    if way == "none":
        return "", scope_reuse
    if way == "auto":
        return ", reuse=tf.AUTO_REUSE", "auto"
    if way == "true":
        return ", reuse=True", "yes"
    if way in ("false", "null"):
        return ", reuse=" + {"false": "False", "null": "None"}[way], scope_reuse
    if way == "flag":
        return f", reuse={author.pick(env.flags)}", scope_reuse
    number = author.pick(env.ints)
    if author.chance(0.5):
        return f", reuse=({number} > 0)", "auto"
    return f", reuse=tf.AUTO_REUSE if {number} else None", scope_reuse


def choose_options(author: Author, env: Env) -> tuple[str, bool]:
    """Other keyword arguments of variable_scope, and whether variables stay whole."""
    if not author.chance(0.13):
        return "", env.plain
    options = {
        "initializer=tf.zeros_initializer()": 3,
        "initializer=tf.constant_initializer(0.5)": 2,
        "dtype=tf.float64": 0 if author.mixing else 4,
        "regularizer=lambda v: tf.reduce_sum(v * v)": 1,
        "use_resource=True": 1,
        "auxiliary_name_scope=False": 3,
        "partitioner=tf.fixed_size_partitioner(2)": 1,
        "custom_getter=rename": 2 if author.renames else 0,
    }
    option = author.random.choices(list(options), list(options.values()))[0]
    author.use("scope_" + option.split("=")[0])
    return ", " + option, env.plain and "partitioner" not in option


def variable_scope_item(author: Author, env: Env) -> tuple[str, Env]:
    """A ``variable_scope(...)`` expression and the place inside it."""
    loops, plain, reuse = env.loops, env.plain, env.reuse
    way = author.weighted(
        name=14, captured=5 if env.scopes else 0, current=1.5, default=4, both=1, empty=0.5, again=8
    )
    author.use("variable_scope_" + way)
    if way == "again":  # a path that holds variables already
        below = [key for key in author.asked if key.startswith(env.path + "/")]
        names = [key[len(env.path) + 1 :] for key in below]
        names = [name for name in names if name and "/" not in name and "?" not in name]
        if not names:
            way = "name"
    if way == "captured":
        name, path, own = author.random.choice(env.scopes)
        flag, reuse = choose_reuse(author, env, path, own)
        argument = f"{name}{flag}"
    elif way == "current":
        path = env.path
        flag, reuse = choose_reuse(author, env, path, env.reuse)
        argument = f"tf.get_variable_scope(){flag}"
    elif way == "default":
        base = scope_name(author)
        path = env.below("?" + author.fresh("d"))
        flag = ", reuse=tf.AUTO_REUSE" if author.careless(0.06) else ""
        values = f", [{tensor_expression(author, env)}]" if author.chance(0.3) else ""
        keyword = "default_name=" if not values and author.chance(0.6) else ""
        argument = f"None, {keyword}{quoted(base)}{values}{flag}"
        loops = ()
    elif way == "empty":
        path, argument = env.below(""), '""'
    else:
        base = author.pick(names) if way == "again" else scope_name(author)
        expression, different = distinct(author, env, base)
        if different and env.loops:
            path, loops = env.below("?" + author.fresh("l")), ()
        else:
            path = env.below(base)
        flag, own = choose_reuse(author, env, path)
        reuse = inner_reuse(env.reuse, own)
        default = ', "d"' if way == "both" else ""
        argument = f"{expression}{default}{flag}"
    options, plain = choose_options(author, env) if way != "current" else ("", plain)
    opener = author.pick(("tf.variable_scope",) * 12 + ("tf.compat.v1.variable_scope",))
    inside = env.inside(path=path, reuse=reuse, loops=loops, plain=plain)
    return f"{opener}({argument}{options})", inside


@statement("variable_scope")
def variable_scope(author: Author, env: Env) -> None:
    """``with tf.variable_scope(...)``, its scope captured or not."""
    item, inside = variable_scope_item(author, env)
    captured = author.fresh("s") if author.chance(0.4) else None
    target = f" as {captured}" if captured else ""
    with author.block(f"with {item}{target}:"):
        if captured:
            entry = (captured, inside.path, inside.reuse)
            if inside.plain:
                env.scopes.append(entry)
            if author.chance(0.15):
                place = author.pick(("name", "original_name_scope", "name"))
                author.use("scope_attribute")
                author.line(f'tf.Variable(0.0, name="k_%s" % {captured}.{place}[:1])')
        author.body(inside)
        if captured and author.chance(0.2):
            author.use("reuse_variables")
            author.line(f"{captured}.reuse_variables()")
            if inside.plain:
                env.scopes[-1] = (captured, inside.path, "yes")
            author.body(inside.inside(reuse="yes"), 1, 2)


def name_scope_item(author: Author, env: Env) -> str:
    """A ``name_scope(...)`` expression."""
    base = any_text(author, env, op_name(author))
    way = author.weighted(
        name=10,
        absolute=2,
        none=1,
        empty=1,
        captured=3 if env.name_scopes else 0,
        default=2,
        values=1,
        original=2 if env.scopes else 0,
    )
    author.use("name_scope_" + way)
    argument = {
        "name": base,
        "absolute": quoted(scope_name(author) + "/"),
        "none": "None",
        "empty": '""',
        "captured": author.pick(env.name_scopes) if env.name_scopes else "",
        "default": f"None, {quoted(scope_name(author))}",
        "values": f"{base}, values=[{tensor_expression(author, env)}]",
        "original": f"{env.scopes[-1][0]}.original_name_scope" if env.scopes else "",
    }[way]
    return f"tf.name_scope({argument})"


@statement("name_scope")
def name_scope(author: Author, env: Env) -> None:
    """``with tf.name_scope(...)``."""
    captured = author.fresh("n") if author.chance(0.3) else None
    target = f" as {captured}" if captured else ""
    with author.block(f"with {name_scope_item(author, env)}{target}:"):
        author.body(env.inside())
    if captured:
        env.name_scopes.append(captured)


@statement("several_items")
def several_items(author: Author, env: Env) -> None:
    """A with statement that has two items."""
    first, inside = variable_scope_item(author, env)
    way = author.weighted(name=4, variable=3, control=1, device=1)
    if way == "variable":
        second, inside = variable_scope_item(author, inside)
    else:
        tensor = tensor_expression(author, env)
        second = {
            "name": name_scope_item(author, env),
            "control": f"tf.control_dependencies([{tensor}])",
            "device": 'tf.device("/cpu:0")',
        }[way]
    target = ""
    if author.chance(0.4) and way == "variable" and inside.plain:
        captured = author.fresh("s")
        target = f" as {captured}"
        env.scopes.append((captured, inside.path, inside.reuse))
    with author.block(f"with {first}, {second}{target}:"):
        author.body(inside)


@statement("op_scope")
def op_scope(author: Author, env: Env) -> None:
    """The deprecated spellings."""
    tensor = tensor_expression(author, env)
    base = scope_name(author)
    way = author.weighted(variable=3, default=3, op=2)
    author.use("op_scope_" + way)
    item, inside = {
        "variable": (f'tf.variable_op_scope([{tensor}], "{base}", "d")', env.below(base)),
        "default": (f'tf.variable_op_scope([{tensor}], None, "{base}")', env.below("?" + base)),
        "op": (f'tf.op_scope([{tensor}], "{base}")', env.path),
    }[way]
    if way == "default":
        inside = env.below("?" + author.fresh("d"))
    with author.block(f"with {item}:"):
        author.body(env.inside(path=inside), 1, 2)


@statement("reuse_variables")
def reuse_variables(author: Author, env: Env) -> None:
    """``get_variable_scope().reuse_variables()``, then something that shares."""
    if not author.asked.get(env.path) and not author.careless(0.3):
        return
    if env.path == "g0:" and not author.chance(0.3):
        return
    author.line("tf.get_variable_scope().reuse_variables()")
    env.reuse = "yes"
    author.line(get_variable_call(author, env))


@statement("current_scope")
def current_scope(author: Author, env: Env) -> None:
    """Keep the current scope for later."""
    name = author.fresh("s")
    author.line(f"{name} = tf.get_variable_scope()")
    if env.plain:
        env.scopes.append((name, env.path, env.reuse))


@statement("context_object")
def context_object(author: Author, env: Env) -> None:
    """One context manager object entered twice."""
    item, inside = variable_scope_item(author, env)
    name = author.fresh("context")
    author.line(f"{name} = {item}")
    for _ in range(2):
        with author.block(f"with {name}:"):
            author.body(inside, 1, 2)


@statement("graph")
def graph(author: Author, env: Env) -> None:
    """Another graph, new or entered again."""
    way = author.weighted(new=3, kept=3, again=3 if env.graphs else 0, reset=1)
    if way == "reset":
        if env.nesting or env.in_function:
            return
        author.line("tf.reset_default_graph()")
        author.use("reset_default_graph")
        for known in (env.variables, env.tensors, env.name_scopes):
            known.clear()
        for known in (env.rows, env.sequences, env.images):
            known.clear()
        env.path, env.reuse = author.fresh("g") + ":", "no"
        return
    path = author.fresh("g") + ":"
    if way == "again":
        name = author.pick(env.graphs)
        header = f"with {name}.as_default():"
    elif way == "kept":
        name = author.fresh("graph")
        author.line(f"{name} = tf.Graph()")
        env.graphs.append(name)
        header = f"with {name}.as_default():"
    else:
        header = "with tf.Graph().as_default():"
    author.use("graph_" + way)
    with author.block(header):
        author.body(env.other_graph(path), 1, 3)


@statement("mistake")
def mistake(author: Author, env: Env) -> None:
    """Something that TensorFlow refuses whatever came before."""
    if not author.careless(0.25):
        return
    name = author.fresh("v")
    author.line(
        author.pick(
            (
                f'{name} = tf.get_variable("w_new")',
                f'{name} = tf.get_variable("w_new", [2], initializer=tf.zeros([2]))',
                f'{name} = tf.get_variable("w_new", [None, 2])',
                f'{name} = tf.Variable(0.0, name="a b")',
                f'{name} = tf.name_scope("a b").__enter__()',
                f'{name} = tf.get_variable("w:0", [1])',
                f"{name} = tf.variable_scope(None).__enter__()",
                f"{name} = tf.variable_scope(3).__enter__()",
                f'{name} = tf.variable_scope("a", reuse="yes").__enter__()',
                f'{name} = tf.variable_scope(None, "d", reuse=True).__enter__()',
                f"{name} = tf.get_variable(None, [1])",
            )
        )
    )
