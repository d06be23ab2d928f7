"""Where several paths through a graph of values meet, searched for a stub.

What the nodes are, and what lies behind one, only the stub knows.
"""

from __future__ import annotations

from scope_lsp.interpreter.interpreter import Interpreter
from scope_lsp.interpreter.values import List, Union, Unknown, Value, key_of


def meeting(
    interp: Interpreter, values: Value, behind: Value, levels: Value, nodes: Value
) -> Value:
    """Return the nearest nodes that each of ``values`` is or has behind it, as a list.

    ``behind`` is a function of the stub that takes a node.  Once one of the values itself is found
    behind all others, the search ends: everything else lies behind that one.
    """
    assert isinstance(levels, int) and isinstance(nodes, int)
    starts = _certain(interp, values)
    own = {key_of(value) for value in starts}
    seen: list[set[Value]] = [set() for _ in starts]
    times: dict[Value, int] = {}
    fronts = [[value] for value in starts]
    found: list[Value] = []
    for _ in range(levels):
        for index, front in enumerate(fronts):
            following: list[Value] = []
            for node in front:
                key = key_of(node)
                if key in seen[index]:
                    continue
                seen[index].add(key)
                nodes -= 1
                if nodes < 0:
                    return List(found)
                times[key] = times.get(key, 0) + 1
                if times[key] < len(starts):
                    following += _certain(interp, interp.call(behind, [node]))
                    continue
                found.append(node)
                if key in own:
                    return List(found)
            fronts[index] = following
        if not any(fronts):
            break
    return List(found)


def _certain(interp: Interpreter, values: Value) -> list[Value]:
    """The known items of a list or tuple that are there for certain."""
    return [
        item
        for item, unsure in interp.to_marked(values) or ()
        if not unsure and not isinstance(item, (Unknown, Union))
    ]
