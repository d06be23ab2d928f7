"""A graph: the names in use, the ops by name, the current name scope, the collections.

This is an exact model of ``Graph`` in TensorFlow's framework/ops.py, but without tensors: an op is
just its name and type.
"""

from __future__ import annotations

from typing import Any

from scope_lsp.naming.collection import Collection, Collections, Member
from scope_lsp.naming.disturbances import (
    RESET,
    Disturbances,
    imported_below,
    in_name_scope,
    in_variable_scope,
)
from scope_lsp.naming.errors import NamingError
from scope_lsp.naming.journal import Counts, Field, Flags, Handle, Journal, Table, Undoable, slots
from scope_lsp.naming.name import (
    UNKNOWN,
    DoubtfulName,
    Name,
    UnknownType,
    as_name,
    display,
    is_symbolic,
    is_valid_op_name,
    is_valid_scope_name,
    strip_slash,
)
from scope_lsp.naming.name_scope import NameScope, Parts
from scope_lsp.naming.reports import Reports
from scope_lsp.naming.thread_scopes import ThreadScopes
from scope_lsp.naming.variable import Variable, VariableLog
from scope_lsp.naming.variable_scope import VariableScope
from scope_lsp.naming.variable_store import VariableStore


class Graph(Handle):
    """One ``tf.Graph`` and what TensorFlow stores with it.

    With an ``outer`` graph it is the graph of a function (``FuncGraph`` in
    framework/func_graph.py).  It shares the variables of the outer graph and creates them there,
    but has its own op names.
    """

    __slots__ = slots(
        "__weakref__",
        "collections",
        "control_flow",
        "controlled",
        "creators",
        "devices",
        "disturbed",
        "doubtful_names",
        "eager",
        "finalized",
        "index",
        "is_body",
        "is_traced",
        "journal",
        "name_scope",
        "names",
        "nodes",
        "outer",
        "outputs",
        "reports",
        "root_scope",
        "scope",
        "scope_counts",
        "scope_parts",
        "store",
        "uncertain",
        "unseen",
        "variables",
    )

    control_flow: Undoable[object]
    """The loop or conditional in which ops are being created (``_control_flow_context``)."""
    creators: Undoable[tuple[tuple[int, object], ...]]
    """The caller's own variable creators with their priorities, outermost first."""
    devices: Undoable[tuple[object, ...]]
    """The caller's own device functions, which see each new op, outermost first."""
    eager: Undoable[object]
    """Whether ops run at once: names are then not made unique and nothing is remembered.

    True, False, or ``UNKNOWN`` if the program may be of either kind.  With ``UNKNOWN``, names are
    those of a graph, and no error is certain.
    """
    finalized: Undoable[bool]
    name_scope: Undoable[tuple[str | None, Parts, bool]]
    """The current name scope: see ``scope_name``, ``name_parts``, ``is_scope_certain``."""
    scope: Undoable[VariableScope]
    """The current variable scope."""
    scope_counts: Undoable[Counts]
    """How many variable scopes of each name were opened inside the current one."""
    store: Undoable[VariableStore]
    """What ``get_variable`` can find now."""
    uncertain: Undoable[bool]
    """Whether the current scopes depend on an undecided branch."""

    def __init__(
        self, journal: Journal, reports: Reports, index: int, outer: Graph | None = None
    ) -> None:
        self.journal = journal
        self.reports = reports
        self.index, self.outer = index, outer
        self.is_traced = self.is_body = False
        """Of a ``tf.function``: variables in one collection only; of a loop's body: run once."""
        self.eager = False
        self.wrapper = self.control_flow = None
        self.controlled: Table[object, bool] = Table()
        """The names of the ops that were created in a loop or conditional."""
        self.creators = () if outer is None else outer.creators
        self.devices = ()
        self.names = Counts()
        """Lower-case name to how often it was asked for (``_names_in_use``)."""
        self.nodes: Table[str, str] = Table()
        """Op name to op type."""
        self.outputs: Table[tuple[str, int], object] = Table()
        """The caller's own objects for the outputs of ops, by op name and index."""
        self.name_scope = ("", (), True)
        self.doubtful_names: Flags[str] = Flags()
        """The name scopes and ops whose names are not the same on every path."""
        self.disturbed = Disturbances()
        """Where unknown code may have acted on the graph."""
        self.unseen: Flags[str] = Flags()
        """Modules that were not found: importing one may have built all that there is."""
        self.scope_parts: Table[str, Parts] = Table()
        """The parts of each name scope that was ever entered, for entering it again as ``a/``."""
        self.collections = Collections()
        """By key.  An empty collection is the same as none."""
        self.variables = VariableLog()
        """All variables in order of creation."""
        self.store = VariableStore(self)
        self.root_scope = VariableScope(reuse=False)
        self.scope = self.root_scope
        self.scope_counts = Counts()
        if outer is not None:
            self.store.share(outer.store)
            self.collections, self.variables = outer.collections, outer.variables
            self.scope, self.scope_counts = outer.scope, outer.scope_counts
        self.finalized = self.uncertain = False
        journal.born(self, self.root_scope, self.doubtful_names, self.disturbed, self.unseen)
        journal.born(self.names, self.nodes, self.outputs, self.controlled, self.scope_parts)
        journal.born(self.store.variables, self.store.partitioned, self.store.symbolic)
        journal.born(self.scope_counts)

    @property
    def scope_name(self) -> str | None:
        """The current name scope without a slash at its end.

        It is "" at the root, and None after ``name_scope(None)``.
        """
        return self.name_scope[0]

    @property
    def name_parts(self) -> Parts:
        """The parts of the current name scope's name."""
        return self.name_scope[1]

    @property
    def is_scope_certain(self) -> bool:
        """Whether the current name scope is the same on every path."""
        return self.name_scope[2]

    @property
    def is_doubtful(self) -> bool:
        """Whether no error is certain here: the graph may be eager, or belongs to a function."""
        inner = self.outer is not None and (not self.is_body or self.outer.is_doubtful)
        return inner or self.uncertain or self.eager is not False

    def disturb(self, *, resets: bool = False) -> None:
        """Record that unknown code may have built something here.

        Automatic names in these scopes are no longer certain, and neither is the content of the
        store.  ``resets``: an empty graph may have taken the place of this one, so that no error of
        sharing is certain.
        """
        if resets:
            self.journal.put(self.disturbed, RESET, value=True)
        here = in_name_scope(self.scope_name or ""), in_variable_scope(self.scope.name)
        for disturbance in here:
            self.journal.put(self.disturbed, disturbance, value=True)
        if self.outer is not None:
            self.outer.disturb(resets=resets)

    def import_unknown(self, prefix: str) -> None:
        """Record that an unknown graph is imported below a scope: any name may now be taken."""
        self.journal.put(self.disturbed, imported_below(prefix), value=True)

    def join_attribute(self, field: Field[Any, Any], mine: Any, theirs: Any) -> Any:
        """Join scopes that two branches left different: keep one, and mark it as uncertain."""
        if field is Graph.scope or (field is Graph.name_scope and mine[0] != theirs[0]):
            self.journal.assign(self, Graph.uncertain, value=True)
        if field is Graph.eager:
            return UNKNOWN
        return True if field is Graph.uncertain else super().join_attribute(field, mine, theirs)

    @property
    def scopes_of_thread(self) -> ThreadScopes:
        """Return the scopes that the running thread has in this graph."""
        return ThreadScopes(self.name_scope, self.scope, self.scope_counts, self.creators)

    def fresh_scopes(self) -> ThreadScopes:
        """Return the scopes of a thread that has not used this graph yet."""
        scope, counts = VariableScope(reuse=False), Counts()
        self.journal.born(scope, counts)
        return ThreadScopes(("", (), True), scope, counts, ())

    def enter_thread(self, own: ThreadScopes) -> None:
        """Switch to another thread, which has these scopes here."""
        self.journal.assign(self, Graph.name_scope, own.name_scope)
        self.journal.assign(self, Graph.scope, own.scope)
        self.journal.assign(self, Graph.scope_counts, own.scope_counts)
        self.journal.assign(self, Graph.creators, own.creators)

    def set_scope(self, scope: VariableScope) -> None:
        """Make ``scope`` the current variable scope."""
        self.journal.assign(self, Graph.scope, scope)

    def set_control_flow(self, context: object) -> None:
        """Create ops in this loop or conditional from now on; None: in none."""
        self.journal.assign(self, Graph.control_flow, context)

    def set_devices(self, functions: tuple[object, ...]) -> None:
        """Let these functions see each new op."""
        self.journal.assign(self, Graph.devices, functions)

    def set_creators(self, creators: tuple[tuple[int, object], ...]) -> None:
        """Let these creators create variables."""
        self.journal.assign(self, Graph.creators, creators)

    def set_store(self, store: VariableStore) -> None:
        """Look for variables in this store, of any graph (``with_variable_store``)."""
        self.journal.assign(self, Graph.store, store.seen_from(self))

    def set_finalized(self, finalized: bool) -> None:
        """Finalize the graph (``graph.finalize()``), or undo that."""
        self.journal.assign(self, Graph.finalized, finalized)

    def unique_name(self, name: Name, mark_as_used: bool = True) -> str:
        """Return a name in the current scope that is not used yet (``Graph.unique_name``)."""
        name, names = as_name(name), self.names
        scope_name, _, surely = self.name_scope
        doubtful = self.disturbed or names.maybe or not surely or name.__class__ is DoubtfulName
        doubtful = (doubtful or self.uncertain) and not self.is_name_certain(name)
        if scope_name:
            name = f"{scope_name}/{name}"
        if self.eager is True:
            return name
        key = name.lower()
        count = names.get(key, 0)
        if mark_as_used:
            self.journal.put(names, key, count + 1)
        if count:
            base = key
            while key in names:
                key = f"{base}_{count}"
                count += 1
            if mark_as_used:
                self.journal.put(names, key, 1)
            name = f"{name}_{count - 1}"
        if doubtful:
            self.journal.put(self.doubtful_names, name, value=True)
            if mark_as_used:
                self.journal.put(names.maybe, key, value=True)
        return name

    def is_name_certain(self, name: str) -> bool:
        """Whether ``name``, made unique in the current scope, would be the same on every path."""
        if self.uncertain or not self.is_scope_certain or name.__class__ is DoubtfulName:
            return False
        if self.eager is True:
            return True
        if self.disturbed:
            full = f"{self.scope_name}/{name}" if self.scope_name else name
            here = in_name_scope(self.scope_name or "")
            if here in self.disturbed or self.disturbed.may_be_imported(full):
                return False
        maybe = self.names.maybe
        if not maybe:
            return True
        base = key = (f"{self.scope_name}/{name}" if self.scope_name else name).lower()
        count = self.names.get(key, 0)
        while key not in maybe:
            if key not in self.names:
                return True
            key = f"{base}_{count}"
            count += 1
        return False

    def enter_name_scope(self, name: Name | None, site: object = None) -> NameScope:
        """Enter a name scope (``Graph.name_scope``).

        None and "" lead to the root.  A slash at the end leads back into the scope with that name.
        Any other name is made unique.  Raises ``NamingError`` for an invalid name.
        """
        name = None if name is None else as_name(name)
        if name and self.eager is not True:
            valid = is_valid_scope_name(name) if self.scope_name else is_valid_op_name(name)
            if not valid:
                raise NamingError(f"'{display(name)}' is not a valid scope name")
        old = self.name_scope
        scope_name, old_parts, _ = old
        new_name: str | None
        if not name:
            new_name = None
            parts: Parts = ()
            certain = True
        elif name.endswith("/"):
            new_name = strip_slash(name)
            known = self.scope_parts.get(new_name)
            parts = ((new_name, site),) if known is None else known
            certain = new_name not in self.doubtful_names and name.__class__ is not DoubtfulName
        else:
            certain = self.is_name_certain(name)
            new_name = self.unique_name(name)
            own = new_name[len(scope_name) + 1 :] if scope_name else new_name
            parts = (*old_parts, (own, site))
            self.journal.put(self.scope_parts, new_name, parts)
        self.journal.assign(self, Graph.name_scope, (new_name, parts, certain))
        return NameScope(self, "" if new_name is None else f"{new_name}/", old)

    def exit_name_scope(self, entered: NameScope) -> None:
        """Leave a name scope, regardless of which scopes were entered since."""
        self.journal.assign(self, Graph.name_scope, entered.old)

    def new_op(self, op_type: str, name: Name | None = None, direct: bool = False) -> str:
        """Create an op and return its full name.

        By default, this works like the generated op functions, which open a name scope first
        (op_def_library.py, ``_apply_op_helper``).  With ``direct`` it works like ``tf.constant``
        (``Graph.create_op``).  Their messages for an invalid name differ.
        """
        if self.finalized:
            raise NamingError(
                "Graph is finalized and cannot be modified.", exception="RuntimeError"
            )
        name = op_type if name is None else as_name(name)
        if self.eager is True:
            return self.unique_name(name)
        if not direct and name:
            valid = is_valid_scope_name(name) if self.scope_name else is_valid_op_name(name)
            if not valid:
                raise NamingError(f"'{display(name)}' is not a valid scope name")
        if name.endswith("/"):
            name = strip_slash(name)
        elif not direct and not name:
            name = ""
        else:
            name = self.unique_name(name)
        if not is_valid_op_name(name):
            raise NamingError(f"'{display(name)}' is not a valid node name")
        self._add_node(name, op_type)
        return name

    def _add_node(self, name: str, op_type: str) -> None:
        if name in self.nodes and name not in self.nodes.maybe and not is_symbolic(name):
            raise NamingError(f"Duplicate node name in graph: '{name}'")
        self.journal.put(self.nodes, name, op_type)
        if self.control_flow is not None:
            self.journal.put(self.controlled, name, value=True)
        if self.devices:
            self.reports.op(self.devices, name, op_type)

    def add_to_collection(
        self, key: object, value: object, name: Name | None = None, maybe: bool = False
    ) -> None:
        """Append ``value``, which has this name if any, to a collection."""
        if self.eager is True and isinstance(value, Variable):
            return  # only the program itself keeps it alive
        if self.finalized:
            raise NamingError(
                "Graph is finalized and cannot be modified.", exception="RuntimeError"
            )
        self.collections.add(self.journal, key, Member(value, name, maybe))

    def clear_collection(self, key: object) -> None:
        """Remove all items from a collection."""
        if key in self.collections:
            self.journal.put(self.collections, key, Collection())

    def get_collection(self, key: object, scope: str | UnknownType | None = None) -> list[object]:
        """The items of a collection, or those whose name begins as the pattern ``scope`` says."""
        return [item for item, _ in self.select(key, scope)]

    def select(self, key: object, scope: str | UnknownType | None) -> list[tuple[object, bool]]:
        """As ``get_collection``, with each item whether it may not be among them."""
        collection = self.collections.get(key)
        return [] if collection is None else collection.select(scope)

    def may_select_more(self, key: object, scope: str | UnknownType | None) -> bool:
        """Whether there may be more, or ``scope`` may select items whose names are not known."""
        collection = self.collections.get(key)
        unsure = collection is not None and collection.may_select_more(scope)
        return unsure or self.collections.may_hold_more(key)
