"""Statements of Python's own control flow around variables and scopes."""

# Nested blocks mirror the nesting that they write.
# ruff: noqa: SIM117

from __future__ import annotations

from .author import Author, Env, statement
from .names import formatted, quoted
from .scopes import variable_scope_item
from .values import get_variable_call, tensor_expression, variable_call


@statement("for_loop")
def for_loop(author: Author, env: Env) -> None:
    """A for loop over something known."""
    number, text = author.fresh("i"), author.fresh("n")
    way = author.weighted(
        range=6, start=1, texts=4, enumerate=3, zip=2, items=2, keys=1, pairs=1, reversed=1, tuple=1
    )
    author.use("for_" + way)
    texts = author.pick(('["w", "b"]', '("a", "b", "c")', '["w", "W"]', '"ab"'))
    header, ints, words = {
        "range": (f"{number} in range({author.pick(('2', '3', 'COUNT', '1'))})", [number], []),
        "start": (f"{number} in range(1, 6, 2)", [number], []),
        "texts": (f"{text} in {texts}", [], [text]),
        "enumerate": (f"{number}, {text} in enumerate({texts})", [number], [text]),
        "zip": (f"{number}, {text} in zip(range(4), {texts})", [number], [text]),
        "items": (f"{text}, {number} in CONFIG.items()", [number], [text]),
        "keys": (f"{text} in sorted(CONFIG)", [], [text]),
        "pairs": (f'{text}, {number} in [("w", 2), ("b", 3)]', [number], [text]),
        "reversed": (f"{number} in reversed(range(2))", [number], []),
        "tuple": (f"{number}, ({text}, _) in enumerate(CONFIG.items())", [number], [text]),
    }[way]
    with author.block(f"for {header}:"):
        loop = author.pick(ints + words)
        inside = env.inside(loops=(*env.loops, loop), ints=env.ints + ints, texts=env.texts + words)
        if ints and author.chance(0.15):
            author.use("continue_break")
            word = author.pick(("continue", "break"))
            with author.block(f"if {ints[0]} == {author.pick(('1', '2', '5'))}:"):
                author.line(word)
            inside = inside.branch()
        if author.chance(0.15) and env.tensors:
            name = author.pick(env.tensors)
            author.line(f"{name} = {name} + 1.0")
        author.body(inside, 1, 2)


@statement("while_loop")
def while_loop(author: Author, env: Env) -> None:
    """A while loop with a counter."""
    number = author.fresh("k")
    author.line(f"{number} = 0")
    stop = author.pick(("2", "3", "COUNT"))
    with author.block(f"while {number} < {stop}:"):
        author.body(env.inside(loops=(*env.loops, number), ints=[*env.ints, number]), 1, 2)
        author.line(f"{number} += 1")


@statement("rounds")
def rounds(author: Author, env: Env) -> None:
    """The same block twice, sharing the second time."""
    number = author.fresh("turn")
    name = author.pick(("a", "b", "net", "model"))
    way = author.weighted(auto=4, later=3, call=2)
    reuse = {"auto": "tf.AUTO_REUSE", "later": f"{number} > 0", "call": "None"}[way]
    author.use("rounds_" + way)
    captured = author.fresh("s")
    with author.block(f"for {number} in range(2):"):
        with author.block(f'with tf.variable_scope("{name}", reuse={reuse}) as {captured}:'):
            if way == "call":
                with author.block(f"if {number}:"):
                    author.line(f"{captured}.reuse_variables()")
            author.body(env.inside(path=env.below(name), reuse="auto"), 1, 3)
    if env.plain:
        env.scopes.append((captured, env.below(name), "auto" if way == "auto" else "yes"))


@statement("if_statement")
def if_statement(author: Author, env: Env) -> None:
    """A decision that can be made without running TensorFlow."""
    conditions = ["COUNT > 1", '"w" in CONFIG', "len(CONFIG) == 3", "not CONFIG"]
    conditions += [f"{number} % 2 == 0" for number in env.ints[-2:]]
    conditions += [f"{text} == {quoted('w')}" for text in env.texts[-2:]]
    conditions += [f"{text} in ('w', 'a')" for text in env.texts[-1:]]
    conditions += [f"{flag}" for flag in env.flags]
    conditions += [f"{scope[0]}.reuse" for scope in env.scopes[-1:]]
    conditions += ["tf.get_variable_scope().reuse", "len(tf.global_variables()) > 3"]
    conditions += [f"len({v}.shape) > 1" for v in env.variables[-1:]]
    with author.block(f"if {author.pick(conditions)}:"):
        author.body(env.branch(), 1, 2)
    if author.chance(0.5):
        with author.block("else:"):
            author.body(env.branch(), 1, 2)


@statement("try_statement")
def try_statement(author: Author, env: Env) -> None:
    """An error about sharing that the program handles."""
    name = author.fresh("v")
    call = get_variable_call(author, env)
    author.asked[env.path].setdefault("w", ", [2]")
    with author.block("try:"):
        if author.chance(0.6):
            author.line(f'{name} = tf.get_variable("w", [2])')
        else:
            author.line(f"{name} = {call}")
            call = f'tf.Variable(0.0, name="{name}")'
    bound = " as error" if author.chance(0.2) else ""
    kinds = author.pick(("ValueError", "ValueError", "(TypeError, ValueError)", "Exception"))
    with author.block(f"except {kinds}{bound}:"):
        way = author.weighted(share=3, other=3, reuse=1)
        author.use("except_" + way)
        if bound:
            author.line('tf.Variable(0.0, name="e%d" % ("already" in str(error)))')
        if way == "share":
            with author.block("with tf.variable_scope(tf.get_variable_scope(), reuse=True):"):
                author.line(f'{name} = tf.get_variable("w", [2])')
        elif way == "reuse" and env.nesting:
            author.line("tf.get_variable_scope().reuse_variables()")
            author.line(f'{name} = tf.get_variable("w", [2])')
        else:
            author.line(f"{name} = {call}")
    if author.chance(0.2):
        with author.block(author.pick(("else:", "finally:"))):
            author.line(variable_call(author, env))


@statement("comprehension")
def comprehension(author: Author, env: Env) -> None:
    """Variables made in a list, dict or generator expression."""
    number, name = author.fresh("i"), author.fresh("vs")
    way = author.weighted(list=4, dict=2, generator=2, nested=1, condition=1, map=1)
    author.use("comprehension_" + way)
    inside = env.inside(loops=(*env.loops, number), ints=[*env.ints, number])
    call = get_variable_call(author, inside) if author.chance(0.7) else variable_call(author, env)
    author.line(
        f"{name} = "
        + {
            "list": f"[{call} for {number} in range(2)]",
            "dict": f"{{{number}: {call} for {number} in range(2)}}",
            "generator": f"list({call} for {number} in range(2))",
            "nested": f"[{call} for {number} in range(2) for _ in range(1)]",
            "condition": f"[{call} for {number} in range(4) if {number} % 2]",
            "map": f"list(map(lambda {number}: {call}, range(2)))",
        }[way]
    )
    if "partitioner" not in call and env.plain:
        item = {"dict": f"sorted({name})[0]"}.get(way, f"len({name})")
        author.line(f'tf.Variable(0.0, name="u%d" % {item})')


@statement("lambda")
def lambda_(author: Author, env: Env) -> None:
    """A lambda that makes a variable, called twice."""
    name = author.fresh("make")
    call = formatted(author, author.pick(("w", "b", "u")), "name")
    reuse = author.chance(0.5)
    author.line(f"{name} = lambda name, *rest: tf.get_variable({call}, *rest)")
    for argument in ("1", "1" if reuse and env.reuse == "auto" else "2"):
        author.line(f"{name}({argument}, [2])")


@statement("template")
def template(author: Author, env: Env) -> None:
    """make_template, called in several places."""
    if not env.plain:
        return
    function, name = author.fresh("build"), author.fresh("template")
    outer = env.function(f"?{function}")
    with author.block(f"def {function}(x, size=2):"):
        author.line(f'w = tf.get_variable("w", [{author.pick(("2", "size"))}])')
        if author.chance(0.5):
            author.line('t = tf.Variable(0.0, name="t", trainable=False)')
        if author.chance(0.3):
            item, _ = variable_scope_item(author, outer)
            with author.block(f"with {item}:"):
                author.line('tf.get_variable("b", [2])')
        author.line("return w * 2.0")
    base = author.pick(("a", "b", "net", "tm"))
    option = author.weighted(none=6, now=2, unique=2, keyword=1)
    author.use("template_" + option)
    more = {
        "none": "",
        "now": ", create_scope_now_=True",
        "unique": f', unique_name_="{base}"',
        "keyword": ", size=3",
    }[option]
    author.line(f'{name} = tf.make_template("{base}", {function}{more})')
    for _ in range(author.random.randint(1, 3)):
        tensor = tensor_expression(author, env)
        if author.chance(0.4):
            item, _ = variable_scope_item(author, env)
            with author.block(f"with {item}:"):
                author.line(f"{name}({tensor})")
        else:
            author.line(f"{name}({tensor})")
