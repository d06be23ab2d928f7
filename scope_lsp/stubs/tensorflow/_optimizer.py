"""`tf.train.Optimizer`: gradients, slots, and how they are applied.

Not here: the optimizers themselves (`_optimizers`).

Modelled on training/optimizer.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow import _dtypes
from tensorflow._control_flow import group, tuple_
from tensorflow._nested_structures import flatten
from tensorflow._gradients import gradients, tape_gradients
from tensorflow._graph import GraphKeys, add_to_collection, get_default_graph
from tensorflow._maybe_gradients import may_be_none, reaches_nothing
from tensorflow._python2_lists import listed
from tensorflow._slots import create_slot, create_slot_with_initializer, create_zeros_slot
from tensorflow._shape import UNSURE
from tensorflow._tensor import Tensor, convert, create, create_op, scope
from tensorflow._variable_functions import trainable_variables
from tensorflow._variables import Variable


def constrained(update, var):
    """An update of a variable, or what puts it within its constraint (_get_processor)."""
    if _scope_lsp.is_a(var, Tensor):
        raise NotImplementedError("Trying to update a Tensor ", var)
    return update if var.constraint is None else var.assign(var.constraint(var))


def collected(train_op):
    """The op that trains, which programs find in its collection (Optimizer.apply_gradients)."""
    if _scope_lsp.is_known(train_op):
        if isinstance(train_op, Tensor):
            train_op = train_op.op
        add_to_collection(GraphKeys.TRAIN_OP, train_op)
    return train_op


def _deduplicate_indexed_slices(values, indices):
    """Rows of a gradient with one for each index, and these indices."""
    from tensorflow._array_masks import unique  # few programs need it

    found, places = unique(indices)
    values = convert(values)
    dims = (None,) + values._dims[1:] if isinstance(values._dims, tuple) else UNSURE
    inputs = (values, places)
    made = create("UnsortedSegmentSum", None, dims, dtype=values._dtype, inputs=inputs)
    return made, found


def _var_key(var):
    return (var.op.graph, var.op.name)


def _is_empty(values):
    """Whether there is surely nothing in a list."""
    count = len(values)
    return _scope_lsp.is_known(count) and not count


class Optimizer:
    GATE_NONE = 0
    GATE_OP = 1
    GATE_GRAPH = 2

    _unsure = ()
    """The variables that a gradient may not reach; one is reached for sure."""
    _applied_unknown = False
    """Whether variables were trained of which it is not known which they are."""

    def __init__(self, use_locking, name):
        if not name:
            raise ValueError("Must specify the optimizer name")
        self._use_locking = use_locking
        self._name = name
        self._slots = {}
        self._non_slot_dict = {}
        self._deferred_slot_restorations = {}

    def get_name(self):
        return self._name

    def minimize(
        self,
        loss,
        global_step=None,
        var_list=None,
        gate_gradients=GATE_OP,
        aggregation_method=None,
        colocate_gradients_with_ops=False,
        name=None,
        grad_loss=None,
    ):
        grads_and_vars = self.compute_gradients(
            loss,
            var_list=var_list,
            gate_gradients=gate_gradients,
            aggregation_method=aggregation_method,
            colocate_gradients_with_ops=colocate_gradients_with_ops,
            grad_loss=grad_loss,
        )
        if reaches_nothing(grads_and_vars):
            _scope_lsp.fail(
                "No gradients provided for any variable, check your graph for ops that do not "
                "support gradients, between variables %s and loss %s."
                % ([str(var) for _, var in grads_and_vars], loss),
                when="awaited",
            )
        return self.apply_gradients(grads_and_vars, global_step=global_step, name=name)

    def compute_gradients(
        self,
        loss,
        var_list=None,
        gate_gradients=GATE_OP,
        aggregation_method=None,
        colocate_gradients_with_ops=False,
        grad_loss=None,
    ):
        on_tape = _scope_lsp.is_known(loss) and callable(loss)
        if on_tape:
            loss = loss()
        if _scope_lsp.is_known(gate_gradients) and gate_gradients not in (0, 1, 2):
            _scope_lsp.fail(
                "gate_gradients must be one of: Optimizer.GATE_NONE, Optimizer.GATE_OP, "
                "Optimizer.GATE_GRAPH.  Not %s" % gate_gradients,
                when="awaited",
            )
        self._refuse_dtypes([loss])
        if not _scope_lsp.is_known(var_list):
            return _scope_lsp.unknown("gradients of unknown variables")
        variables = trainable_variables() if var_list is None else flatten(listed(var_list))
        for var in variables:
            if _scope_lsp.is_known(var) and not hasattr(var, "op"):
                raise AttributeError("'%s' object has no attribute 'op'" % type(var).__name__)
        if not on_tape and _is_empty(variables) and _scope_lsp.is_known(loss):
            _scope_lsp.fail("No variables to optimize.", when="certain")
        if on_tape:
            if var_list is None:  # a tape watches resources only
                variables = [var for var in variables if var._resource]
            return list(zip(tape_gradients([loss], variables), variables))
        grads = gradients(
            loss, variables, grad_ys=grad_loss, gate_gradients=gate_gradients == Optimizer.GATE_OP
        )
        if gate_gradients == Optimizer.GATE_GRAPH:
            grads = tuple_(grads)
        return list(zip(grads, variables))

    def apply_gradients(self, grads_and_vars, global_step=None, name=None):
        if not _scope_lsp.is_known(grads_and_vars):
            return self._apply_anyhow(grads_and_vars, global_step, name)
        if _scope_lsp.is_a(grads_and_vars, (list, tuple)) and _is_empty(grads_and_vars):
            _scope_lsp.fail("No variables provided.", when="awaited")
        if reaches_nothing(grads_and_vars):
            _scope_lsp.fail(
                "No gradients provided for any variable: %s."
                % ([str(var) for _, var in grads_and_vars],),
                when="awaited",
            )
        pairs, unsure, doubt = [], set(), None
        for pair in grads_and_vars:
            if not _scope_lsp.is_known(pair):
                doubt = pair
                continue
            grad, var = pair
            if not _scope_lsp.is_known(var):
                several = _scope_lsp.options(var)
                if several is None:
                    doubt = var
                else:
                    unsure.update(several)
                    pairs.extend([(grad, one) for one in several])
            elif may_be_none(grad, var):
                unsure.add(var)
                pairs.append((grad, var))
            elif grad is not None:
                pairs.append((grad, var))
        # Not in the loop: where it is not known how many there are, each round would do it.
        if doubt is not None:
            return self._apply_anyhow(doubt, global_step, name)
        if not pairs:
            # TensorFlow refuses; here a variable may have been overlooked.
            return _scope_lsp.unknown("an op that trains no variable")
        self._unsure = unsure if len(pairs) > 1 else ()
        return self._apply(pairs, global_step, name)

    def _apply_anyhow(self, doubt, global_step, name):
        """Unknown variables: it may be any that can be trained."""
        pairs = [(doubt, var) for var in trainable_variables()]
        # Applied again, as in each round of a loop, they have their slots.
        is_again = self._applied_unknown and not _scope_lsp.is_known(len(pairs))
        self._applied_unknown = True
        self._unsure = ()
        if not is_again and doubt and pairs:
            self._apply(pairs, global_step, name)
        return _scope_lsp.unknown("an op that trains unknown variables")

    def _apply(self, pairs, global_step, name):
        self._create_slots([var for _, var in pairs])
        with scope(name, self._name) as name:
            self._prepare()
            updates = []
            for grad, var in pairs:
                with scope("update_" + var._op_name):
                    updates.append(self._update(grad, var))
            if global_step is None:
                train_op = self._finish(updates, name)
            else:
                self._finish(updates, "update")
                train_op = global_step.assign_add(1, name=name, read_value=False)
            return collected(train_op)

    def _update(self, grad, var):
        """One variable's update (_RefVariableProcessor, _DenseResourceVariableProcessor)."""
        if var._resource:
            update = self._resource_apply_dense(grad, var)
        else:
            update = self._apply_dense(grad, var)
        return constrained(update, var)

    # Slots and other variables.

    def get_slot(self, var, name):
        slots = self._slots.get(name)
        return slots.get(var) if slots else None

    def get_slot_names(self):
        return sorted(self._slots)

    def variables(self):
        graph = get_default_graph()
        found = list(self._non_slot_variables())
        for slots in self._slots.values():
            # One that is None on some path was not made there: see `_slot`.
            found.extend([slot for slot in slots.values() if slot is not None])
        return sorted([var for var in found if var.graph is graph], key=lambda var: var.name)

    def _create_non_slot_variable(self, initial_value, name, colocate_with):
        graph = colocate_with.graph
        # A variable that is not known is one of the graph at hand, most likely.
        key = (name, graph if _scope_lsp.is_known(graph) else get_default_graph())
        if key not in self._non_slot_dict:
            self._non_slot_dict[key] = Variable(
                initial_value,
                trainable=False,
                name=name,
                use_resource=getattr(colocate_with, "_resource", False),
                _slot=True,
            )
        return self._non_slot_dict[key]

    def _get_non_slot_variable(self, name, graph=None):
        return self._non_slot_dict.get((name, graph))

    def _non_slot_variables(self):
        return self._non_slot_dict.values()

    def _slot_dict(self, slot_name):
        if slot_name not in self._slots:
            self._slots[slot_name] = {}
        return self._slots[slot_name]

    def _get_or_make_slot(self, var, val, slot_name, op_name):
        return self._made_once(self._slot_dict(slot_name), var, create_slot, val, op_name)

    def _get_or_make_slot_with_initializer(
        self, var, initializer, shape, dtype, slot_name, op_name
    ):
        slots, create = self._slot_dict(slot_name), create_slot_with_initializer
        return self._made_once(slots, var, create, initializer, shape, dtype, op_name)

    def _zeros_slot(self, var, slot_name, op_name):
        return self._made_once(self._slot_dict(slot_name), var, create_zeros_slot, op_name)

    def _made_once(self, slots, var, create, *args):
        """The slot of a variable among those of one name, made if it is not there."""
        if var not in slots:
            slots[var] = self._slot(var, create, *args)
        return slots[var]

    def _slot(self, var, create, *args):
        if var not in self._unsure:
            return create(var, *args)
        return (
            create(var, *args)
            if _scope_lsp.unknown("whether a gradient reaches a variable")
            else None
        )

    # For subclasses.

    def _valid_dtypes(self):
        return {_dtypes.float16, _dtypes.bfloat16, _dtypes.float32, _dtypes.float64}

    def _assert_valid_dtypes(self, tensors):
        return self._refuse_dtypes(tensors)

    def _refuse_dtypes(self, tensors):
        for tensor in tensors:
            if not _scope_lsp.is_a(tensor, Tensor) or tensor._dtype is None:
                continue
            dtype, valid = tensor._dtype.base_dtype, self._valid_dtypes()
            if _scope_lsp.is_known(dtype) and dtype not in valid:
                _scope_lsp.fail(
                    "Invalid type %r for %s, expected: %s."
                    % (tensor._dtype, tensor.name, list(valid)),
                    when="awaited",
                )

    def _create_slots(self, var_list):
        return None

    def _prepare(self):
        return None

    def _apply_dense(self, grad, var):
        return create_op("Apply" + self.__class__.__name__[:-9], None)

    def _resource_apply_dense(self, grad, handle):
        return create_op("ResourceApply" + self.__class__.__name__[:-9], None)

    def _apply_sparse(self, grad, var):
        return self._apply_dense(grad, var)

    def _apply_sparse_duplicate_indices(self, grad, var):
        return self._apply_sparse(grad, var)

    def _resource_apply_sparse(self, grad, handle, indices):
        return self._resource_apply_dense(grad, handle)

    def _resource_apply_sparse_duplicate_indices(self, grad, handle, indices):
        return self._resource_apply_sparse(grad, handle, indices)

    def _finish(self, update_ops, name_scope):
        return group(*update_ops, name=name_scope)

    def _call_if_callable(self, param):
        return param() if _scope_lsp.is_known(param) and callable(param) else param

    def _tensor_of(self, param, name):
        """A hyperparameter as a tensor, as the optimizers make it while they prepare."""
        return convert(self._call_if_callable(param), None, name)
