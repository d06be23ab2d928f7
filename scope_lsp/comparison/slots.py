"""Distinguishes the weights of a model from what training adds to them.

A checkpoint does not say which of its variables are slots, unless it is one of objects.  TensorFlow
names a slot after its variable and the optimizer (training/slot_creator.py): ``w/Adam_1``, preceded
by the variable scope that was open when it was created.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from scope_lsp.comparison.side import Item, shapes_agree

_SLOT = re.compile(
    r"(?:adam|adamax|momentum|rmsprop|adagrad|adagradda|adadelta|ftrl|lamb|lars|adafactor|sgd|"
    r"gradient_?descent|exponential_?moving_?average|proximal\w*|powersign|addsign|yogi|ema|swa|"
    r"adam_[mv]|gradient_\w*accumulator)(?:optimizer)?(?:_\d+)?",
    re.IGNORECASE,
)
_COUNTER = re.compile(
    r"(?:.*/)?(?:global_step|beta[12]_power(?:_\d+)?|save_counter|"
    r"(?:adam|adamax|nadam|sgd|rmsprop|adagrad|adadelta|adamw?eightdecay)\w*/"
    r"(?:iterations|iter|learning_rate|decay|beta_1|beta_2|rho|momentum))"
    r"|_CHECKPOINTABLE_OBJECT_GRAPH|"
    r"training/\w+/.*",
    re.IGNORECASE,
)


def is_extra(item: Item, names: Mapping[str, Item]) -> bool:
    """Whether ``item`` is a slot, a moving average or a counter, given all variables."""
    if item.slot or _COUNTER.fullmatch(item.name):
        return True
    owner, _, last = item.name.rpartition("/")
    if not owner or not _SLOT.fullmatch(last):
        return False
    while owner:  # what precedes the owner's name is the scope in which training was set up
        owning = names.get(owner)
        if owning is not None:
            return last.startswith("Adagrad") or _could_belong(item, owning)
        owner = owner.partition("/")[2]
    return False


def _could_belong(item: Item, owner: Item) -> bool:
    """Whether the shapes allow it: slots have the shapes of their variables, or fewer sizes."""
    if shapes_agree(item.shape, owner.shape):
        return True
    return item.shape is not None and owner.shape is not None and len(item.shape) < len(owner.shape)
