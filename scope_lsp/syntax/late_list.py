"""A list that gets its items when something first looks at it."""

from __future__ import annotations

import ast
from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import Any, SupportsIndex


class LateList(list[ast.stmt], ABC):
    """The statements of a body that are not known before a look, of whatever kind."""

    __slots__ = ()

    @abstractmethod
    def fill(self) -> None:
        """Put the items into the list, unless they are there; called at each look."""

    def __eq__(self, other: object) -> bool:
        self.fill()
        return super().__eq__(other)

    def __ne__(self, other: object) -> bool:
        self.fill()
        return super().__ne__(other)

    def __iter__(self) -> Iterator[ast.stmt]:
        self.fill()
        return super().__iter__()

    def __reversed__(self) -> Iterator[ast.stmt]:
        self.fill()
        return super().__reversed__()

    def __len__(self) -> int:
        self.fill()
        return super().__len__()

    def __contains__(self, item: object) -> bool:
        self.fill()
        return super().__contains__(item)

    def __getitem__(self, index: SupportsIndex | slice) -> Any:
        self.fill()
        return super().__getitem__(index)
