"""What the tests in all editors are given."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.editors.editor import Place
from tests.support.articles import ARTICLES


@pytest.fixture
def place() -> Iterator[Place]:
    """A home and a project with the programs of the articles."""
    made = Place(ARTICLES)
    yield made
    made.remove()
