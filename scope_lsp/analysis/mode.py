"""Decides from its text whether a program builds a graph or runs eagerly.

TensorFlow 1 builds graphs by default.  TensorFlow 2 runs ops at once by default, and what is an
error in a graph is none there.  Calls of the program (``disable_v2_behavior`` and so on) decide
when they run.  Until then, the API that the program uses is evidence.  Names that only one of
``tf.compat.v1`` and ``tf.compat.v2`` of 1.15.5 has are strong evidence.  This is not a parser: a
mention in a comment counts too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from scope_lsp.interpreter.loader import DataSource, Entry, Loader, ModuleSource, Origin, Place
from scope_lsp.naming.name import UNKNOWN
from scope_lsp.naming.state import State
from scope_lsp.resolve.modules import ModuleLoader
from scope_lsp.syntax.by_text import by_text

_ALIAS = re.compile(
    r"^[ \t]*(?:import[ \t]+tensorflow(?:[ \t]+as[ \t]+(?P<plain>\w+)|[ \t]*(?:$|[,;#]))"
    r"|import[ \t]+tensorflow\.compat\.v1[ \t]+as[ \t]+(?P<one>\w+)"
    r"|import[ \t]+tensorflow\.compat\.v2[ \t]+as[ \t]+(?P<two>\w+)"
    r"|from[ \t]+tensorflow\.compat[ \t]+import[ \t]+v1(?:[ \t]+as[ \t]+(?P<first>\w+))?)",
    re.MULTILINE,
)
_INTERNAL = re.compile(
    r"^[ \t]*(?:from|import)[ \t]+(?:tensorflow\.(?:contrib|python|examples)|tf_slim)\b",
    re.MULTILINE,
)

_ONLY_IN_1 = re.compile(
    r"(?:AUTO_REUSE|ConfigProto|GraphKeys|InteractiveSession|Print|Session|VariableScope|all_variables"
    r"|app|assign(?:_add|_sub)?|contrib|flags|get_collection|get_default_graph|get_local_variable"
    r"|get_variable(?:_scope)?|gfile|global_variables(?:_initializer)?|glorot_\w+_initializer"
    r"|initialize_all_variables|layers|local_variables(?:_initializer)?|log|logging|make_template"
    r"|placeholder(?:_with_default)?|py_func|python_io|random_(?:normal|uniform)"
    r"|reset_default_graph|set_random_seed|tables_initializer|to_(?:float|int32|int64)"
    r"|trainable_variables|truncated_normal(?:_initializer)?|variable_(?:op_)?scope"
    r"|variables_initializer|enable_eager_execution|disable_eager_execution"
    r"|disable_v2_behavior"
    r"|nn\.(?:rnn_cell|dynamic_rnn|static_rnn|bidirectional_dynamic_rnn|xw_plus_b)"
    r"|train\.(?:\w+Optimizer|Saver|Supervisor|Monitored\w+|\w+_decay|get_\w*global_step"
    r"|init_from_checkpoint|import_meta_graph|start_queue_runners|\w*batch)"
    r"|summary\.(?:FileWriter|merge(?:_all)?)"
    r"|metrics\.(?:accuracy|mean|precision|recall|auc)"
    r"|losses\.(?:softmax_cross_entropy|sparse_softmax_cross_entropy|get_\w+|sigmoid_cross_entropy"
    r"|add_loss|huber_loss|log_loss|hinge_loss|absolute_difference))(?![\w])"
)
_ONLY_IN_2 = re.compile(
    r"(?:optimizers|random\.set_seed|summary\.(?:create_file_writer|record_if|trace_on)"
    r"|losses\.[A-Z]\w+|metrics\.[A-Z]\w+|image\.resize_with_pad|config\.run_functions_eagerly"
    r"|random\.Generator|keras\.optimizers\.legacy|data\.AUTOTUNE)(?![\w])"
)
_NEWER_STYLE = re.compile(r"(?:GradientTape|function|Module|keras)(?![\w])")


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the texts of a program are evidence of."""

    one: bool = False
    """API that TensorFlow 2 does not have under this name."""
    perhaps_one: bool = False
    """``tf.compat.v1``, which both have."""
    two: bool = False
    """API that TensorFlow 1 does not have."""
    perhaps_two: bool = False
    """The style of TensorFlow 2, which 1.15 knows as well."""

    def __or__(self, other: Evidence) -> Evidence:
        return Evidence(
            self.one or other.one,
            self.perhaps_one or other.perhaps_one,
            self.two or other.two,
            self.perhaps_two or other.perhaps_two,
        )

    def eager(self, installed: int | None = None) -> object:
        """Return True, False or ``UNKNOWN``; ``installed`` is the installed major version."""
        if self.one:
            return UNKNOWN if self.two else False
        if self.two:
            return True
        if self.perhaps_two or (self.perhaps_one and installed == 2):
            return UNKNOWN
        return False


@by_text(512)
def evidence(text: str) -> Evidence:
    """Return the evidence in one module's text."""
    if "tensorflow" not in text and "keras" not in text:
        return Evidence()
    plain: set[str] = set()
    first: set[str] = set()
    found = Evidence(one=_INTERNAL.search(text) is not None)
    for match in _ALIAS.finditer(text):
        if match["two"]:
            found |= Evidence(perhaps_two=True)
        elif "tensorflow.compat" in match[0]:
            first.add(match["one"] or match["first"] or "v1")
        else:
            plain.add(match["plain"] or "tensorflow")
    if re.search(
        r"^[ \t]*(?:import|from)[ \t]+(?:tensorflow[ \t]+import[ \t]+)?keras\b", text, re.M
    ):
        found |= Evidence(perhaps_two=True)
    for path in _paths(text, first):
        found |= Evidence(
            perhaps_one=True, perhaps_two=_NEWER_STYLE.match(path) is not None and path != "keras"
        )
    for path in _paths(text, plain):
        if path.startswith("compat.v1."):
            found |= Evidence(perhaps_one=True)
        elif _ONLY_IN_1.match(path):
            found |= Evidence(one=True)
        elif _ONLY_IN_2.match(path):
            found |= Evidence(two=True)
        elif _NEWER_STYLE.match(path):
            found |= Evidence(perhaps_two=True)
    return found


def _paths(text: str, aliases: set[str]) -> set[str]:
    """The dotted paths that begin with one of some names, each once."""
    if not aliases:
        return set()
    names = "|".join(map(re.escape, sorted(aliases)))
    return set(re.findall(rf"(?<![\w.])(?:{names})\.([\w.]+)", text))


class Mode:
    """A loader that observes what is read, and keeps the mode of the naming state up to date.

    ``version`` is the setting ``tensorflowVersion``.
    """

    def __init__(self, state: State, loader: ModuleLoader, version: str) -> None:
        self._state = state
        self._loader: Loader = loader
        self._in_version_2 = loader.in_version_2
        self._major = loader.installed_major
        self._version = version
        self._evidence = Evidence()
        self._is_told = False
        if version == "2":
            state.set_eager(True)

    def told(self) -> None:
        """The program itself has chosen how it runs: its text is no longer evidence."""
        self._is_told = True

    @property
    def folders(self) -> Sequence[str]:
        """As ``interpreter.loader.Loader.folders``."""
        return self._loader.folders

    def look(self, path: str) -> Place:
        """As ``interpreter.loader.Loader.look``."""
        return self._loader.look(path)

    def entries(self, path: str) -> Sequence[Entry] | None:
        """As ``interpreter.loader.Loader.entries``."""
        return self._loader.entries(path)

    def has_exact_parameters(self, name: str) -> bool:
        """As ``interpreter.loader.Loader``; another version of TensorFlow may take more."""
        return not self._may_be_other() and self._loader.has_exact_parameters(name)

    def attributes_of(self, module: str, name: str) -> frozenset[str] | None:
        """As ``interpreter.loader.Loader``; those of another version are not known."""
        return None if self._may_be_other() else self._loader.attributes_of(module, name)

    def _may_be_other(self) -> bool:
        """Whether the program may be for another version of TensorFlow."""
        known = self._evidence
        is_other = self._state.eager is not False or known.two
        return is_other or (known.perhaps_one and not known.one)

    def left_alone(self, name: str) -> str | None:
        """As ``interpreter.loader.Loader.left_alone``."""
        return self._loader.left_alone(name)

    def find(
        self, name: str, importer: str | None, path: Sequence[str] = ()
    ) -> ModuleSource | None:
        """As ``interpreter.loader.Loader.find``."""
        if self._state.eager is True:
            name = self._in_version_2(name)
        return self._noted(self._loader.find(name, importer, path))

    def source(self, path: str, name: str) -> ModuleSource | None:
        """As ``interpreter.loader.Loader.source``."""
        return self._noted(self._loader.source(path, name))

    def _noted(self, source: ModuleSource | None) -> ModuleSource | None:
        if source is None:
            return None
        if source.origin is Origin.USER:
            self.note(source)
        elif source.inventory is not None and self._state.eager is not False:
            return replace(source, inventory=None)  # it is that of version 1
        return source

    def is_inert(self, name: str) -> bool:
        """As ``interpreter.loader.Loader.is_inert``."""
        return self._loader.is_inert(name)

    def holds_data(self, name: str) -> bool:
        """As ``interpreter.loader.Loader.holds_data``."""
        return self._loader.holds_data(name)

    def data(self, path: str) -> DataSource | None:
        """As ``interpreter.loader.Loader.data``."""
        return self._loader.data(path)

    def note(self, source: ModuleSource) -> None:
        """Take a module of the program into account."""
        known = self._evidence | evidence(source.text)
        if known == self._evidence or self._is_told or self._version != "auto":
            return
        self._evidence = known
        asks = known.perhaps_one and not known.one
        eager = known.eager(self._major("tensorflow") if asks else None)
        if eager is not self._state.eager:
            self._state.set_eager(eager)
