"""What is said of an error beyond TensorFlow's words: the places in the program that explain it."""

from __future__ import annotations

from collections.abc import Iterator

from scope_lsp.analysis.result import Related, Trace
from scope_lsp.naming.errors import MISSING, SLOTS, NamingError
from scope_lsp.naming.name import display


def remarks(error: NamingError, trace: Trace, unnamed: str | None) -> Iterator[Related]:
    """Yield what explains an error that ``trace`` led to.

    ``unnamed`` is the parameter by which the failing call could have been named but was not.
    """
    if error.remark:
        yield Related(trace[-1].span, error.remark)
    sharing = error.sharing
    if error.kind in (MISSING, SLOTS) and sharing is not None and (site := _where(sharing.site)):
        lasts = ", for all that follows" if sharing.lasts else ""
        yield Related(site[-1].span, f"reuse was turned on here{lasts}")
    meant = error.namesake
    if meant is None or not (site := _where(meant.site)):
        return
    name = display(meant.name)
    if meant.key is None:
        yield Related(
            site[-1].span,
            f"{name} was created here, but not by tf.get_variable, so it cannot be shared by name",
        )
    elif unnamed is not None:
        yield Related(
            site[-1].span,
            f"{name} was created here; calls without {unnamed}= are numbered, so give them the "
            f"same {unnamed}= to share it",
        )


def _where(site: object) -> Trace:
    return site if isinstance(site, tuple) else ()
