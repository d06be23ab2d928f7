"""Classes around variables: layers, models, managers; and their use."""

# Nested blocks mirror the nesting that they write.
# ruff: noqa: SIM117

from __future__ import annotations

from collections.abc import Callable

from .author import Author, Class, Env, statement
from .names import formatted, quoted, scope_name
from .scopes import variable_scope_item
from .values import tensor_expression

Definition = Callable[[Author, Env], Class]


def _tail(author: Author, weight: str = "w") -> str:
    if author.mixing:
        return author.pick((f"tf.reduce_sum(x) * {weight}", f"tf.reduce_sum(x) + {weight}", "x"))
    return author.pick((f"{weight} * 2.0", f"tf.identity({weight})", "x"))


def callable_layer(author: Author, env: Env) -> Class:
    """Makes its variables in __call__, sharing them the second time or not."""
    name = author.fresh("Layer")
    way = author.weighted(built=3, auto=3, argument=3, none=1)
    author.use("layer_" + way)
    with author.block(f"class {name}(object):"):
        with author.block("def __init__(self, name, size=2):"):
            author.line("self.name = name")
            author.line("self.size = size")
            author.line("self.built = False")
        author.blank()
        parameter = ", reuse=None" if way == "argument" else ""
        reuse = {
            "built": ", reuse=self.built",
            "auto": ", reuse=tf.AUTO_REUSE",
            "argument": ", reuse=reuse",
            "none": "",
        }[way]
        with author.block(f"def __call__(self, x{parameter}):"):
            with author.block(f"with tf.variable_scope(self.name{reuse}):"):
                author.line('w = tf.get_variable("w", [self.size])')
                if author.chance(0.4):
                    author.line('t = tf.Variable(0.0, name="t")')
            author.line("self.built = True")
            author.line(f"return {_tail(author)}")
    second = "{o}({x}, reuse=True)" if way == "argument" else "{o}({x})"
    return Class(name, "{name}", ("{o}({x})", second))


def inheritance(author: Author, env: Env) -> Class:
    """A base class whose method a subclass overrides and calls."""
    base, name = author.fresh("Base"), author.fresh("Model")
    with author.block(f"class {base}:"):
        author.line(f"SCOPE = {quoted(scope_name(author))}")
        author.blank()
        with author.block("def __init__(self, size=2):"):
            author.line("self.size = size")
        author.blank()
        with author.block("def weight(self, name):"):
            author.line("return tf.get_variable(name, [self.size])")
        author.blank()
        with author.block("def build(self, x):"):
            with author.block("with tf.variable_scope(self.SCOPE, reuse=tf.AUTO_REUSE):"):
                author.line(f"w = self.weight({quoted(author.pick(('w', 'b')))})")
                author.line(f"return {_tail(author)}")
    author.blank(2)
    with author.block(f"class {name}({base}):"):
        if author.chance(0.5):
            author.line(f"SCOPE = {quoted(scope_name(author))}")
            author.blank()
        with author.block("def __init__(self, name):"):
            author.line(
                author.pick(("super().__init__(3)", f"super({name}, self).__init__(size=3)"))
            )
            author.line("self.name = name")
        author.blank()
        way = author.pick(("weight", "build"))
        author.use("override_" + way)
        if way == "weight":
            with author.block("def weight(self, name):"):
                author.line('return super().weight(self.name + "_" + name)')
        else:
            with author.block("def build(self, x):"):
                with author.block("with tf.variable_scope(self.name):"):
                    author.line("return super().build(x)")
    return Class(name, "{name}", ("{o}.build({x})",) * 2)


def lazy_property(author: Author, env: Env) -> Class:
    """A variable made at the first use of a property."""
    name = author.fresh("Lazy")
    with author.block(f"class {name}(object):"):
        with author.block("def __init__(self, name):"):
            author.line("self._w = None")
            author.line("self.name = name")
        author.blank()
        author.line("@property")
        with author.block("def w(self):"):
            with author.block("if self._w is None:"):
                author.line(
                    f"self._w = tf.get_variable({formatted(author, 'p', 'self.name')}, [2])"
                )
            author.line("return self._w")
    return Class(name, "{name}", ("{o}.w + 1.0", "{o}.w * 2.0", 'getattr({o}, "w") - 1.0'))


def manager(author: Author, env: Env) -> Class:
    """A context manager that is a class."""
    name = author.fresh("Scope")
    with author.block(f"class {name}:"):
        with author.block("def __init__(self, name, reuse=None):"):
            author.line("self.context = tf.variable_scope(name, reuse=reuse)")
        author.blank()
        with author.block("def __enter__(self):"):
            author.line("self.scope = self.context.__enter__()")
            author.line("return self")
        author.blank()
        with author.block("def __exit__(self, *details):"):
            author.line("return self.context.__exit__(*details)")
    return Class(name, "{name}", ("with {o}: tf.Variable(0.0, name={q}t{q})",) * 2)


def container(author: Author, env: Env) -> Class:
    """A model that keeps its parts in a list, with the other kinds of method."""
    name = author.fresh("Stack")
    with author.block(f"class {name}(object):"):
        author.line("made = 0")
        author.blank()
        with author.block("def __init__(self, name, count=2):"):
            author.line("type(self).made += 1")
            author.line("self.parts = []")
            with author.block(
                f"with tf.variable_scope({formatted(author, 's', 'name')}) as scope:"
            ):
                author.line("self.scope = scope")
                with author.block("for i in range(count):"):
                    author.line("self.parts.append(self.part(i))")
        author.blank()
        kind = author.pick(("staticmethod", "classmethod"))
        author.use(kind)
        author.line(f"@{kind}")
        with author.block(f"def part({'cls, ' if kind == 'classmethod' else ''}i):"):
            author.line(f"return tf.get_variable({formatted(author, 'p', 'i')}, [2])")
        author.blank()
        with author.block("def __getitem__(self, i):"):
            author.line("return self.parts[i]")
        author.blank()
        with author.block("def __len__(self):"):
            author.line("return len(self.parts)")
        author.blank()
        with author.block("def again(self):"):
            reuse = author.pick((", reuse=True", ", reuse=True", ""))
            with author.block(f"with tf.variable_scope(self.scope{reuse}):"):
                author.line("return [self.part(i) for i in range(len(self))]")
    return Class(name, "{name}", ("{o}.again()", "{o}[0] + 1.0", "{o}[-1].op.name"))


def configured(author: Author, env: Env) -> Class:
    """A model whose names come from a namedtuple or dict of settings."""
    name, config = author.fresh("Net"), author.fresh("Config")
    author.line(f'{config} = collections.namedtuple("{config}", ["scope", "sizes"])')
    author.blank(2)
    with author.block(f"class {name}(object):"):
        with author.block("def __init__(self, name):"):
            author.line(f"self.config = {config}(scope=name, sizes=(2, 3))")
        author.blank()
        with author.block("def build(self, x, reuse=False):"):
            with author.block("with tf.variable_scope(self.config.scope, reuse=reuse):"):
                with author.block("for i, size in enumerate(self.config.sizes):"):
                    author.line(f"w = tf.get_variable({formatted(author, 'w', 'i')}, [size])")
            author.line(f"return {_tail(author, 'tf.reduce_sum(w)')}")
    return Class(name, "{name}", ("{o}.build({x})", "{o}.build({x}, reuse=True)"))


DEFINITIONS: tuple[tuple[Definition, float], ...] = (
    (callable_layer, 4),
    (inheritance, 3),
    (lazy_property, 2),
    (manager, 1.5),
    (container, 2),
    (configured, 2),
)


def define(author: Author, env: Env) -> None:
    """Write one class."""
    definitions, weights = zip(*DEFINITIONS, strict=True)
    definition = author.random.choices(definitions, weights)[0]
    author.use("class_" + definition.__name__)
    author.classes.append(definition(author, env))


@statement("object")
def object_(author: Author, env: Env) -> None:
    """Make an instance of a class and use it, here and in another scope."""
    if not author.classes or not env.plain:
        return
    chosen = author.random.choice(author.classes)
    name = author.fresh("o")
    if env.loops and not author.careless(0.5):
        argument = formatted(author, "o", env.loops[-1])
    else:
        argument = quoted(author.pick(("a", "b", "c", "net", "a/b", "w", name)))
    maker = f"{chosen.name}({chosen.arguments.format(name=argument)})"
    author.line(f"{name} = {maker}")
    for position, use in enumerate(chosen.uses[: author.random.randint(1, 3)]):
        text = use.format(o=name, x=tensor_expression(author, env), q='"')
        if position and author.chance(0.3):
            item, _ = variable_scope_item(author, env)
            with author.block(f"with {item}:"):
                _use(author, env, text)
        else:
            _use(author, env, text)


def _use(author: Author, env: Env, text: str) -> None:
    if text.startswith("with"):
        header, body = text.split(": ")
        with author.block(header + ":"):
            author.line(body)
    elif text.endswith(("op.name", "again()")):
        author.line(text)
    else:
        author.line(f"{author.fresh('z')} = {text}")
