"""Spells the strings of a program in all the ways in which Python formats text."""

from __future__ import annotations

from .author import SCOPE_NAMES, VARIABLE_NAMES, Author, Env


def quoted(text: str) -> str:
    """A string literal."""
    return f'"{text}"'


def spelled(author: Author, env: Env, text: str) -> str:
    """An expression whose value is ``text``: mostly the literal."""
    if author.chance(0.85):
        return quoted(text)
    half = len(text) // 2
    way = author.weighted(join=1, upper=1, constant=2, plus=1, percent=1, replace=1, item=1, tern=1)
    author.use("text_" + way)
    if way == "join":
        parts = ", ".join(quoted(part) for part in text.split("/"))
        return f'"/".join([{parts}])'
    if way == "upper" and text == text.lower():
        return f"{quoted(text.upper())}.lower()"
    if way == "constant":
        return f"NAMES[{quoted(text)}]" if text in VARIABLE_NAMES[:4] else f"str({quoted(text)})"
    if way == "plus" and half:
        return f"{quoted(text[:half])} + {quoted(text[half:])}"
    if way == "percent":
        return f'"%s" % {quoted(text)}'
    if way == "replace":
        return f"{quoted(text.replace('w', 'v'))}.replace({quoted('v')}, {quoted('w')})"
    if way == "item":
        return f'"{text} b".split()[0]'
    if way == "tern" and env.ints:
        return f"({quoted(text)} if {author.pick(env.ints)} >= 0 else {quoted('b')})"
    return quoted(text)


def formatted(author: Author, base: str, part: str) -> str:
    """An expression that joins a literal and the value of ``part`` (an int or a string)."""
    way = author.weighted(
        percent=3, format=3, fstring=3, plus=2, join=1, fields=1, padded=1, mapping=1, tuple=1
    )
    author.use("format_" + way)
    return {
        "percent": f'"{base}_%s" % {part}',
        "format": f'"{base}_{{}}".format({part})',
        "fstring": f'f"{base}_{{{part}}}"',
        "plus": f'"{base}" + str({part})',
        "join": f'"_".join(["{base}", str({part})])',
        "fields": f'"{{n}}{{i}}".format(n="{base}", i={part})',
        "padded": f'"{base}{{:>2}}".format({part}).replace(" ", "0")',
        "mapping": f'"%(n)s.%(i)s" % {{"n": "{base}", "i": {part}}}',
        "tuple": f'"%s/%s" % ("{base}", {part})',
    }[way]


def distinct(author: Author, env: Env, base: str) -> tuple[str, bool]:
    """A name for something made in a loop or helper, and whether it differs each time."""
    if env.loops and not author.careless(0.5):
        expression = f'"{base}"'
        if len(env.loops) == 1:
            part = env.loops[0]
            if part.startswith("name") and author.chance(0.5):
                return author.pick([part, f'{part} + "_{base}"', f'"%s/{base}" % {part}']), True
            return formatted(author, base, part), True
        parts = ", ".join(env.loops)
        holes = "_".join(["%s"] * len(env.loops))
        author.use("format_tuple")
        expression = f'"{base}_{holes}" % ({parts})'
        return expression, True
    return spelled(author, env, base), not env.loops


def any_text(author: Author, env: Env, base: str) -> str:
    """Some string, made from whatever is at hand; nobody cares whether it differs."""
    parts = env.ints + env.texts
    if parts and author.chance(0.4):
        return formatted(author, base, author.pick(parts))
    return spelled(author, env, base)


def scope_name(author: Author) -> str:
    """A short name for a scope."""
    return author.pick(SCOPE_NAMES)


def op_name(author: Author) -> str:
    """A name that ops, scopes and variables fight for."""
    return author.pick(
        (*VARIABLE_NAMES, *SCOPE_NAMES, "Const", "add", "zeros", "Variable", "mul", "w/read")
    )
