"""Model of ``os.path``."""

from posixpath import *
