"""The two forms in which a cudnn layer's weights are saved: one opaque variable, or its parts.

The layers of ``tf.contrib.cudnn_rnn`` have one variable, ``opaque_kernel``.  A ``Saver`` of all
variables writes it, and its parts as well, under the names that the cells of cudnn_rnn_ops.py have
(``CudnnOpaqueParamsSaveable._tf_canonical_names``), so that other cells can be restored from them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_OPAQUE = re.compile(r"(?P<scope>(?:.*/)?)opaque_kernel")
_PART = re.compile(
    r"(?P<scope>(?:.*/)?)"
    r"(?:rnn/multi_rnn_cell/cell_\d+|stack_bidirectional_rnn/cell_\d+/bidirectional_rnn/[fb]w)/"
    r"(?:cudnn_compatible_lstm_cell/|basic_rnn_cell/"
    r"|cudnn_compatible_gru_cell/(?:gates/|candidate/(?:input|hidden)_projection/))"
    r"(?:kernel|bias)"
)
_FORMS = (_OPAQUE, _PART)


def doubled(olds: Iterable[str], news: Iterable[str]) -> set[str]:
    """The names that only say again what another form says, on either side.

    Of a layer that both sides have in one form, the other form is left out.  If they have no form
    in common, both are: the weights are the same.
    """
    sides = [_by_scope(olds), _by_scope(news)]
    found: set[str] = set()
    for scope in sides[0].keys() & sides[1].keys():
        one, other = sides[0][scope], sides[1][scope]
        if _OPAQUE not in one and _OPAQUE not in other:
            continue  # no cudnn layer, only the cells that have their names from it
        common = one.keys() & other.keys()
        for forms in (one, other):
            for form, names in forms.items():
                if form not in common:
                    found.update(names)
    return found


def _by_scope(names: Iterable[str]) -> dict[str, dict[re.Pattern[str], list[str]]]:
    found: dict[str, dict[re.Pattern[str], list[str]]] = {}
    for name in names:
        for form in _FORMS:
            if match := form.fullmatch(name):
                found.setdefault(match["scope"], {}).setdefault(form, []).append(name)
    return found
