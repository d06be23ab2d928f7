"""What the layers of tf.contrib.layers share.

Modelled on contrib/layers/python/layers/{layers,utils}.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow._graph import add_to_collections, get_collection
from tensorflow._layers_base import smart_cond
from tensorflow._tensor import convert, pop, push
from tensorflow.contrib.framework._variables import model_variable
from tensorflow._init_ops import Zeros
from tensorflow._math_ops import pow_
from tensorflow._get_variable import get_variable
from tensorflow._variable_scope import get_variable_scope, variable_scope


def collect_named_outputs(collections, alias, outputs):
    if collections:
        outputs.aliases = getattr(outputs, "aliases", []) + [
            alias[:-1] if alias[-1:] == "/" else alias
        ]
        add_to_collections(collections, outputs)
    return outputs


def variable_collections(collections, name):
    if _scope_lsp.is_known(collections) and isinstance(collections, dict):
        return collections.get(name)
    return collections


def add_variable_to_collections(variable, collections_set, name):
    collections = variable_collections(collections_set, name) or []
    for collection in collections:
        for part in list(variable) if hasattr(variable, "_variable_list") else [variable]:
            if not _scope_lsp.is_among(
                part, _scope_lsp.get_collection(collection, part._op_name, None, chosen=False)
            ):
                add_to_collections([collection], part)


def model_variable_getter(
    getter,
    name,
    shape=None,
    dtype=None,
    initializer=None,
    regularizer=None,
    trainable=True,
    collections=None,
    caching_device=None,
    partitioner=None,
    rename=None,
    use_resource=None,
    synchronization=None,
    aggregation=None,
    **_,
):
    if rename:
        head, slash, tail = name.rpartition("/")
        name = head + slash + rename.get(tail, tail)
    return model_variable(
        name,
        shape=shape,
        dtype=dtype,
        initializer=initializer,
        regularizer=regularizer,
        collections=collections,
        trainable=trainable,
        caching_device=caching_device,
        partitioner=partitioner,
        custom_getter=getter,
        use_resource=use_resource,
        synchronization=synchronization,
        aggregation=aggregation,
    )


def build_variable_getter(rename=None):
    def layer_variable_getter(getter, *args, **kwargs):
        kwargs["rename"] = rename
        return model_variable_getter(getter, *args, **kwargs)

    return layer_variable_getter


def channels_last(data_format):
    """The spelling of tf.layers for a data format of tf.contrib.layers."""
    known = _scope_lsp.is_known(data_format) and isinstance(data_format, str)
    return "channels_first" if known and data_format.startswith("NC") else "channels_last"


def assign_moving_average(variable, value, decay, zero_debias=True, name=None):
    """moving_averages.assign_moving_average."""
    scope_name = push(name, "AssignMovingAvg")
    rate = convert(1.0 - decay, None, "decay")
    if zero_debias:
        result = _zero_debias(variable, value, rate, scope_name=scope_name)
    else:
        result = variable.assign_sub((variable - value) * rate, name=scope_name)
    pop()
    return result


def _zero_debias(variable, value, rate, scope_name):
    with variable_scope(variable.name[:-2], values=[variable]):
        scope = get_variable_scope()

        def fresh(name):
            if scope.reuse:
                return name
            taken = [x.op.name for x in scope.global_variables()]
            full, i = scope.name + "/" + name, 1
            if full not in taken:
                return name
            while full + "_%d" % i in taken:
                i += 1
            return name + "_%d" % i

        dtype = variable.dtype.base_dtype
        biased = get_variable(
            fresh("biased"),
            initializer=Zeros(),
            shape=variable.get_shape(),
            dtype=dtype,
            trainable=False,
        )
        step = get_variable(
            fresh("local_step"), shape=[], dtype=dtype, initializer=Zeros(), trainable=False
        )
    updated = biased.assign_sub((biased - value) * rate)
    count = step.assign_add(1)
    factor = 1 - pow_(1.0 - rate, count)
    return variable.assign(updated / factor, name=scope_name)
