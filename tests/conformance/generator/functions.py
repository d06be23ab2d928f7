"""Helper functions: kinds that real model code is made of, and calls of them."""

# Nested blocks mirror the nesting that they write.
# ruff: noqa: SIM117

from __future__ import annotations

from collections.abc import Callable

from .author import Author, Env, Function, statement
from .names import formatted, quoted, scope_name, spelled
from .scopes import variable_scope_item
from .values import SHAPES, tensor_expression

Definition = Callable[[Author, Env], Function]


def _tail(author: Author) -> str:
    """What a layer does with its input and its weights."""
    if author.mixing:
        return author.pick(
            (
                "tf.reduce_sum(x) + tf.reduce_sum(w)",
                "tf.nn.relu(tf.reduce_sum(x) * w)",
                "tf.add(tf.reduce_mean(x), w)",
                "tf.identity(x)",
            )
        )
    return author.pick(("w * 2.0", "tf.nn.relu(w)", "tf.identity(x)", "x"))


def _bias(author: Author) -> None:
    if author.chance(0.5):
        author.line('b = tf.get_variable("b", [2], initializer=tf.zeros_initializer())')
    if author.chance(0.25):
        author.line(f"tf.Variable({author.pick(('0.0', 'tf.zeros([2])'))}, name={quoted('t')})")


def layer(author: Author, env: Env) -> Function:
    """A layer that opens a scope by its name."""
    function = author.fresh("layer")
    reuse = author.pick(("None", "None", "tf.AUTO_REUSE", "False"))
    with author.block(f"def {function}(x, name, reuse={reuse}):"):
        keyword = author.pick((", reuse=reuse", ", reuse=reuse", ", None, [x], reuse=reuse", ""))
        with author.block(f"with tf.variable_scope(name{keyword}):"):
            author.line(f'w = tf.get_variable("w", {author.pick(("[2]", "[1]", "x.shape[:0]"))})')
            _bias(author)
            author.line(f"return {_tail(author)}")
    return Function(function, (("x", "x", None), ("name", "name", None), ("reuse", "reuse", reuse)))


def getter(author: Author, env: Env) -> Function:
    """A thin wrapper that forwards what it is given."""
    function = author.fresh("weight")
    shape = author.pick(("[2]", "(1,)", "SHAPE"))
    way = author.weighted(star=3, keywords=3, plain=2)
    author.use("forward_" + way)
    inner = author.pick(("name", 'name + "_v"', '"%s/v" % name', 'f"v_{name}"'))
    header, call = {
        "star": (f"name, shape={shape}, *args", f"{inner}, shape, *args"),
        "keywords": (f"name, shape={shape}, **kwargs", f"{inner}, shape=shape, **kwargs"),
        "plain": (f"name, *, shape={shape}", f"{inner}, shape"),
    }[way]
    with author.block(f"def {function}({header}):"):
        author.line(f"return tf.get_variable({call})")
    kind = {"star": (), "keywords": (("options", "options", ""),), "plain": ()}[way]
    return Function(function, (("name", "name", None), *kind), "variable")


def unnamed_layer(author: Author, env: Env) -> Function:
    """A layer whose scope has a default name."""
    function = author.fresh("dense")
    base = scope_name(author)
    with author.block(f"def {function}(x, scope=None, reuse=None):"):
        reuse = author.pick(("", ", reuse=reuse"))
        with author.block(f"with tf.variable_scope(scope, {quoted(base)}, [x]{reuse}):"):
            author.line('w = tf.get_variable("w", [2])')
            _bias(author)
            author.line(f"return {_tail(author)}")
    reuse_parameter = (("reuse", "reuse", "None"),) if reuse else ()
    return Function(function, (("x", "x", None), ("scope", "scope", "None"), *reuse_parameter))


def network(author: Author, env: Env) -> Function:
    """Layers in a loop, by a helper where there is one."""
    layers = [f for f in env.functions if [p[1] for p in f.parameters][:2] == ["x", "name"]]
    function = author.fresh("network")
    with author.block(f"def {function}(x, n=2, reuse=None):"):
        with author.block(f"with tf.variable_scope({quoted(scope_name(author))}, reuse=reuse):"):
            with author.block("for i in range(n):"):
                name = formatted(author, author.pick(("l", "layer")), "i")
                if layers:
                    author.line(f"x = {author.random.choice(layers).name}(x, {name})")
                else:
                    with author.block(f"with tf.variable_scope({name}):"):
                        author.line('w = tf.get_variable("w", [2])')
                        author.line(f"x = {_tail(author)}")
            author.line("return x")
    return Function(function, (("x", "x", None), ("n", "n", "2"), ("reuse", "reuse", "None")))


def recursive(author: Author, env: Env) -> Function:
    """Nested scopes by recursion, with an early return."""
    function = author.fresh("deep")
    with author.block(f"def {function}(x, n):"):
        with author.block("if n <= 0:"):
            author.line("return x")
        with author.block(f"with tf.variable_scope({formatted(author, 'd', 'n')}):"):
            author.line('w = tf.get_variable("w", [n])')
            author.line(f"return {function}({_tail(author)}, n - 1)")
    return Function(function, (("x", "x", None), ("n", "n", None)))


def closure(author: Author, env: Env) -> Function:
    """A function that returns a function."""
    function = author.fresh("make")
    counting = author.chance(0.5)
    with author.block(f"def {function}(name):"):
        if counting:
            author.line("count = 0")
            author.blank()
        with author.block("def build(x):"):
            if counting:
                author.use("nonlocal")
                author.line("nonlocal count")
                author.line("count += 1")
            scope = formatted(author, "m", "count") if counting else "name"
            with author.block(f"with tf.variable_scope({scope}):"):
                author.line('w = tf.get_variable(name + "_w", [2])')
                author.line(f"return {_tail(author)}")
        author.line("return build")
    with_call = author.fresh("built")
    author.blank()
    author.line(f"{with_call} = {function}({quoted(author.pick(('a', 'b', 'c')))})")
    return Function(with_call, (("x", "x", None),))


def generator(author: Author, env: Env) -> Function:
    """A generator, which runs where it is consumed."""
    function = author.fresh("each")
    with author.block(f"def {function}(n, name={quoted('w')}):"):
        with author.block("for i in range(n):"):
            call = f"tf.get_variable({author.pick(('name + str(i)', 'f{q}{{name}}{{i}}{q}'))}, [2])"
            author.line("yield " + call.replace("{q}", '"').replace("{{", "{").replace("}}", "}"))
    return Function(function, (("n", "n", None), ("name", "name", '"w"')), "generator")


def manager(author: Author, env: Env) -> Function:
    """A context manager that wraps scopes."""
    function = author.fresh("scope")
    author.line("@contextlib.contextmanager")
    with author.block(f"def {function}(name, reuse=None):"):
        item = "with tf.variable_scope(name, reuse=reuse) as s"
        if author.chance(0.4):
            item += f", tf.name_scope({author.pick(('name', 'None', 's.name + {q}/{q}'))})"
        with author.block(item.replace("{q}", '"') + ":"):
            if author.chance(0.3):
                with author.block("try:"):
                    author.line("yield s")
                with author.block("finally:"):
                    author.line('tf.Variable(0.0, name="left")')
            else:
                author.line("yield s")
    return Function(function, (("name", "name", None), ("reuse", "reuse", "None")), "scope")


def decorated(author: Author, env: Env) -> Function:
    """A decorator that opens a scope around a function."""
    decorator, function = author.fresh("scoped"), author.fresh("block")
    with_argument = author.chance(0.5)
    reuse = author.pick(("", ", reuse=tf.AUTO_REUSE"))
    if with_argument:
        with author.block(f"def {decorator}(name):"):
            _decorator(author, "wrap", f"name{reuse}")
            author.line("return wrap")
    else:
        _decorator(author, decorator, f"function.__name__{reuse}")
    author.blank()
    author.line(f"@{decorator}" + (f"({quoted(scope_name(author))})" if with_argument else ""))
    with author.block(f"def {function}(x, n=2):"):
        author.line('w = tf.get_variable("w", [n])')
        _bias(author)
        author.line(f"return {_tail(author)}")
    return Function(function, (("x", "x", None), ("n", "n", "2")))


def _decorator(author: Author, name: str, scope: str) -> None:
    with author.block(f"def {name}(function):"):
        if author.chance(0.6):
            author.line("@functools.wraps(function)")
        with author.block("def wrapper(*args, **kwargs):"):
            with author.block(f"with tf.variable_scope({scope}):"):
                author.line("return function(*args, **kwargs)")
        author.line("return wrapper")


def fallback(author: Author, env: Env) -> Function:
    """Get a variable, or share it when it is there."""
    function = author.fresh("shared")
    with author.block(f"def {function}(name, shape=(2,)):"):
        with author.block("try:"):
            author.line("return tf.get_variable(name, shape)")
        with author.block("except ValueError:"):
            scope = author.pick(("tf.get_variable_scope()", "tf.get_variable_scope().name"))
            with author.block(f"with tf.variable_scope({scope}, reuse=True):"):
                author.line("return tf.get_variable(name, shape)")
    return Function(function, (("name", "name", None),), "variable")


def counter(author: Author, env: Env) -> Function:
    """Names from a counter kept in a module variable, a list or a dict."""
    function = author.fresh("unique")
    store = author.fresh("counts")
    author.line(f"{store} = {{}}")
    author.blank()
    author.blank()
    with author.block(f"def {function}(name):"):
        author.line(f"{store}[name] = {store}.get(name, 0) + 1")
        author.line(f"return {author.pick(('name', 'name.lower()'))} + str({store}[name])")
    return Function(function, (("name", "name", None),), "text")


def free_form(author: Author, env: Env) -> Function:
    """A helper with a random body, in or out of a scope."""
    function = author.fresh("helper")
    parameters: list[tuple[str, str, str | None]] = [("x", "x", None)]
    if author.chance(0.6):
        parameters.append(("name", "name", None))
    if author.chance(0.4):
        parameters.append(("n", "n", author.pick(("1", "2"))))
    if author.chance(0.5):
        parameters.append(("reuse", "reuse", "None"))
    kinds = [kind for _, kind, _ in parameters]
    header = ", ".join(name + (f"={value}" if value else "") for name, _, value in parameters)
    inside = env.function(f"?{function}", ("name",) if "name" in kinds else ("x.op.name[:1]",))
    inside.tensors.append("x")
    inside.texts = ["name"] if "name" in kinds else []
    inside.ints = ["n"] if "n" in kinds else []
    inside.flags = ["reuse"] if "reuse" in kinds else []
    with author.block(f"def {function}({header}):"):
        if author.chance(0.2) and inside.ints:
            with author.block("if n > 1:"):
                author.line("return x")
        if author.chance(0.6):
            item, deeper = variable_scope_item(author, inside)
            with author.block(f"with {item}:"):
                author.body(deeper, 1, 3)
        else:
            author.body(inside, 1, 3)
        author.line(f"return {author.pick(inside.tensors)}")
    return Function(function, tuple(parameters))


def partial(author: Author, env: Env) -> Function:
    """functools.partial over an earlier helper, or over get_variable itself."""
    function = author.fresh("partial")
    known = [f for f in env.functions if ("reuse", "reuse", "None") in f.parameters]
    if known and author.chance(0.6):
        base = author.random.choice(known)
        author.line(f"{function} = functools.partial({base.name}, reuse=tf.AUTO_REUSE)")
        rest = tuple(p for p in base.parameters if p[1] != "reuse")
        return Function(function, rest, base.returns)
    shape = author.pick(SHAPES[:5])
    author.line(f"{function} = functools.partial(tf.get_variable, shape={shape})")
    return Function(function, (("name", "name", None), ("options", "options", "")), "variable")


DEFINITIONS: tuple[tuple[Definition, float], ...] = (
    (layer, 5),
    (getter, 4),
    (unnamed_layer, 3),
    (network, 3),
    (recursive, 1.5),
    (closure, 2),
    (generator, 1.5),
    (manager, 2),
    (decorated, 2),
    (fallback, 1.5),
    (counter, 1),
    (free_form, 6),
    (partial, 1.5),
)


def define(author: Author, env: Env) -> None:
    """Write one helper."""
    definitions, weights = zip(*DEFINITIONS, strict=True)
    definition = author.random.choices(definitions, weights)[0]
    author.use("define_" + definition.__name__)
    # One definition sees those before it, not the other way round.
    function = definition(author, env)
    env.functions.append(function)


def _argument(author: Author, env: Env, function: Function, kind: str) -> str:
    if kind == "x":
        return tensor_expression(author, env)
    if kind == "n":
        return author.pick(("1", "2", "3", "COUNT", *env.ints))
    if kind == "scope":
        scopes = [name for name, _, _ in env.scopes]
        return author.pick((quoted(scope_name(author)), *scopes))
    if kind == "options":
        return "**" + author.pick(('{"trainable": False}', "dict(dtype=tf.float32)", "{}"))
    raise ValueError(kind)


def call_of(author: Author, env: Env, function: Function) -> str:
    """A call of a helper, its arguments passed in one of Python's ways."""
    before = [name for path, name in function.calls if path == env.path]
    again = bool(before) and author.chance(0.45)
    names = [n for n in ("a", "b", "c", "w", "u", "d", "a/b", "net") if quoted(n) not in before]
    if env.loops and not author.careless(0.5):
        name = formatted(author, "f", env.loops[-1])
    elif again:
        name = author.random.choice(before)
    else:
        name = spelled(author, env, author.pick(names)) if names else quoted(author.fresh("f"))
    arguments = []
    keywords = False
    for parameter, kind, default in function.parameters:
        if kind == "name":
            value = name
        elif kind == "reuse":
            if again and not author.careless(0.3):
                value = author.pick(("True", "tf.AUTO_REUSE", "True"))
            elif author.careless(0.2):
                value = author.pick(("True", *env.flags))
            else:
                value = author.pick(("None", "False", "tf.AUTO_REUSE", "", "", ""))
        else:
            value = _argument(author, env, function, kind)
        if default is not None and (not value or (kind != "reuse" and author.chance(0.5))):
            keywords = True
            continue
        if value.startswith("**"):
            arguments.append(value)
            continue
        keywords = keywords or (default is not None and author.chance(0.6))
        arguments.append(f"{parameter}={value}" if keywords else value)
    if not function.name.startswith("partial") or name not in arguments:
        function.calls.append((env.path, name))
    if (
        len(arguments) > 1
        and author.chance(0.08)
        and not any("=" in a or "**" in a for a in arguments)
    ):
        author.use("call_star")
        return f"{function.name}(*[{', '.join(arguments)}])"
    return f"{function.name}({', '.join(arguments)})"


@statement("call")
def call(author: Author, env: Env) -> None:
    """Call a helper and keep what it returns."""
    if not env.functions or not env.plain:
        return
    function = author.random.choice(env.functions)
    author.use("call_" + function.returns)
    expression = call_of(author, env, function)
    if function.returns == "scope":
        with author.block(f"with {expression} as {author.fresh('s')}:"):
            author.body(env.inside(path=env.below("?" + author.fresh("m"))), 1, 2)
    elif function.returns == "generator":
        name = author.fresh("vs")
        way = author.weighted(list=3, loop=2, later=2)
        if way == "list":
            author.line(f"{name} = list({expression})")
        elif way == "loop":
            with author.block(f"for {name} in {expression}:"):
                author.line(f'tf.Variable(0.0, name={name}.op.name + "_m")')
        else:
            author.line(f"{name} = {expression}")
            item, _ = variable_scope_item(author, env)
            with author.block(f"with {item}:"):
                author.line(f"{name} = [v for v in {name}]")
    elif function.returns == "text":
        author.line(f"tf.get_variable({expression}, [2])")
    else:
        name = author.fresh("y")
        author.line(f"{name} = {expression}")
        env.tensors.append(name)
        if function.returns == "variable":
            env.variables.append(name)


@statement("define")
def define_here(author: Author, env: Env) -> None:
    """A helper defined in the middle of things."""
    if env.in_function or env.nesting > 2:
        return
    inner = env.branch()
    define(author, inner)
    call(author, inner)
