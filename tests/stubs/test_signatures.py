"""The stubs' functions and classes take exactly the parameters of TensorFlow's."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tests.stubs.signatures import Parameters, modelled, recorded

LOOSER = {
    "tf.keras.layers.": "the rest goes to the base class, which takes anything by name",
    "tf.keras.experimental.": "the same",
    "tf.layers.Conv": "the same",
    "tf.layers.SeparableConv": "the same",
    "tf.keras.applications.": "one `preprocess_input` for networks of which few name all it takes",
    "tf.keras.Model": "one constructor of three, which `__new__` chooses in TensorFlow",
    "tf.keras.models.Model": "the same",
    "tf.python.keras.Model": "the same",
    "tf.flags.": "absl's, which is a package of its own",
    "tf.distributions.Distribution": "an abstract base class, made by its own members as well",
    "tf.contrib.distributions.Distribution": "the same",
    "tf.data.Dataset": "the same",
    "tf.python.ops.variables.PartitionedVariable": "the same",
    "tf.keras.Sequential.compute_mask": "the method of its base class",
    "tf.layers.AveragePooling1D.add_weight": "the same",
    "tf.contrib.data.bucket_by_sequence_length": "has one parameter more in tf.data.experimental",
}
"""What may take more than TensorFlow's, by the beginning of its path, and why."""


OTHER_NAMES = {
    "tf.keras.applications.": "a wrapper that hands everything on to another package",
    "tf.keras.layers.": "a wrapper that converts shapes",
    "tf.nn.rnn_cell.": "the same",
    "tf.colocate_with": "one function of two names",
    "tf.variable_creator_scope": "the same",
    "tf.python.ops.variable_scope.variable_creator_scope_v1": "the same",
    "tf.data.experimental.make_batched_features_dataset": "the same",
    "tf.flags.DEFINE_bool": "the same",
    "tf.contrib.metrics.streaming_": "the same",
    "tf.keras.utils.custom_object_scope": "a class here, a function there",
}
"""Of which Python says another name than ours, by the beginning of the path, and why."""
OTHER_DEFAULTS = {
    "pool_size": "a number stands for as many",
    "strides": "the same",
    "dilation_rate": "the same",
    "data_format": "None stands for it",
    "dilations": "the same",
}
"""Parameters with a default that is written in another way, and why."""
UNKNOWN_BASES = {
    "tf.keras.": "private base classes",
    "tf.contrib.": "the same",
}
"""What is not refused for certain, by the beginning of the path, and why."""


def _differ(holds: Callable[[Parameters, Parameters], bool]) -> dict[str, tuple[str, str]]:
    """TensorFlow's and ours by path, where ours do not hold against TensorFlow's."""
    theirs = recorded()
    return {
        path: (theirs[path], ours.parameters)
        for path, ours in modelled().items()
        if not holds(Parameters.of(ours.parameters), Parameters.of(theirs[path]))
    }


def test_what_tensorflow_takes_is_taken() -> None:
    """Else a call that is right would be refused."""
    assert _differ(lambda ours, theirs: ours.take(theirs)) == {}
    runs = {path: (recorded()[path], each.own) for path, each in modelled().items()}
    found = {
        path: both
        for path, both in runs.items()
        if not Parameters.of(both[1]).take(Parameters.of(both[0]))
    }
    assert found == {}


def test_what_tensorflow_refuses_is_refused() -> None:
    """Else a call that is wrong would lose the variable in silence."""
    found = _differ(lambda ours, theirs: theirs.take(ours))
    _are_excused(found, LOOSER)


def test_python_names_the_same_function() -> None:
    found = _differ(lambda ours, theirs: ours.name == theirs.name)
    _are_excused(found, OTHER_NAMES)


def test_defaults_are_those_of_tensorflow() -> None:
    theirs = recorded()
    found = {
        (path, name): (theirs[path], ours.own)
        for path, ours in modelled().items()
        for name in Parameters.of(ours.own).other_defaults(Parameters.of(theirs[path]))
    }
    assert {key: both for key, both in found.items() if key[1] not in OTHER_DEFAULTS} == {}
    assert OTHER_DEFAULTS.keys() == {name for _, name in found}


def test_refusals_are_believed() -> None:
    """What another function of a stub made has to say that it takes what TensorFlow's takes."""
    unsure = {path: each.own for path, each in modelled().items() if not each.is_believed}
    _are_excused(unsure, UNKNOWN_BASES)


def _are_excused(found: Mapping[str, object], starts: Mapping[str, str]) -> None:
    """All that was found has an excuse, and no excuse stands for nothing."""
    excused = {path for path in found if path.startswith(tuple(starts))}
    assert {path: each for path, each in found.items() if path not in excused} == {}
    assert [start for start in starts if not any(path.startswith(start) for path in excused)] == []
