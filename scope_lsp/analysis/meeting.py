"""Finds, for a stub, where several paths through a graph of values meet.

Only the stub knows what the nodes are, and which nodes a node leads to.
"""

from __future__ import annotations

from scope_lsp.interpreter.interpreter import Interpreter
from scope_lsp.interpreter.values import Instance, List, Union, Unknown, Value, key_of


class Meetings:
    """The function ``meeting`` for one run.

    It keeps what lies behind each node, as long as the node's ``_inputs`` are the same object:
    everything else about a node is set when it is created.
    """

    def __init__(self) -> None:
        self._kept: dict[Value, tuple[Instance, Value, list[Value]]] = {}
        """By the node's key: the node, so that its key is not used again, and its ``_inputs``."""

    def find(
        self, interp: Interpreter, values: Value, behind: Value, levels: Value, nodes: Value
    ) -> Value:
        """Return the nearest nodes that each of ``values`` is or has behind it, as a list.

        ``behind`` is a function of the stub that takes a node.  Once one of the values itself is
        found behind all others, the search ends: everything else lies behind that one.
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
                        following += self._behind(interp, behind, node, key)
                        continue
                    found.append(node)
                    if key in own:
                        return List(found)
                fronts[index] = following
            if not any(fronts):
                break
        return List(found)

    def _behind(self, interp: Interpreter, behind: Value, node: Value, key: Value) -> list[Value]:
        if not isinstance(node, Instance):
            return _certain(interp, interp.call(behind, [node]))
        inputs = node.names.get("_inputs")
        known = self._kept.get(key)
        if known is not None and known[1] is inputs:
            return known[2]
        found = _certain(interp, interp.call(behind, [node]))
        self._kept[key] = node, inputs, found
        return found


def _certain(interp: Interpreter, values: Value) -> list[Value]:
    """The known items of a list or tuple that are there for certain."""
    return [
        item
        for item, unsure in interp.to_marked(values) or ()
        if not unsure and not isinstance(item, (Unknown, Union))
    ]
