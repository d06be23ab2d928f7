"""Model of ``mock``: the same as ``unittest.mock``."""

from unittest.mock import DEFAULT, patch
