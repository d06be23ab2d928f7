"""Model of ``mock``, the package that became ``unittest.mock``."""

from unittest.mock import *
from unittest.mock import patch, sentinel
