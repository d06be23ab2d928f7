"""Model of ``attrs``."""

from attr import *
from attr import Factory, define, field, frozen, mutable, validators
