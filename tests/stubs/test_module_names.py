"""The table of TensorFlow's modules agrees with TensorFlow, and leads to the models."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from scope_lsp.analysis.analyze import Snapshot, analyze
from scope_lsp.analysis.result import Certainty
from scope_lsp.resolve.module_table import Member, module_table
from scope_lsp.resolve.stub_path import OWN_STUBS, StubPath
from tests.support.recording import VARIABLE

TABLE = module_table()
SCRIPT = Path(__file__).parent / "make_module_names.py"


@pytest.mark.skipif(not os.environ.get(VARIABLE), reason=f"{VARIABLE} names no Python")
def test_the_table_is_fresh() -> None:
    python = os.path.expanduser(os.environ[VARIABLE])
    run = subprocess.run(
        [python, str(SCRIPT)], check=True, capture_output=True, text=True, timeout=600
    )
    written = Path(OWN_STUBS, "MODULES.txt").read_text(encoding="utf-8")
    assert run.stdout == written, f"stale: run {SCRIPT.name} with TensorFlow 1.15.5"


@pytest.mark.parametrize(
    ("module", "name", "kind", "public"),
    [
        ("tensorflow.python.ops.array_ops", "concat", "function", ("concat",)),
        ("tensorflow.python.ops.nn_ops", "relu", "function", ("nn.relu",)),
        ("tensorflow.python.ops.variables", "VariableV1", "class", ("Variable",)),
        ("tensorflow.python.ops.variables", "Variable", "class", ("compat.v2.Variable",)),
        ("tensorflow.python.ops.gen_math_ops", "mat_mul", "function", ("raw_ops.MatMul",)),
        ("tensorflow.debugging", "Assert", "function", ("Assert", "debugging.Assert")),
        ("tensorflow.python.ops.rnn_cell_impl", "_concat", "function", ()),
    ],
)
def test_members(module: str, name: str, kind: str, public: tuple[str, ...]) -> None:
    found = TABLE.member(module, name)
    assert found is not None
    assert (found.kind, found.public) == (kind, public)


def test_constants_and_modules() -> None:
    cells = "tensorflow.python.ops.rnn_cell_impl"
    kernel = "_WEIGHTS_VARIABLE_NAME"
    assert TABLE.member(cells, kernel) == Member("constant", cells, kernel, value="kernel")
    ops = TABLE.member(cells, "ops")
    assert ops == Member("module", "tensorflow.python.framework.ops")
    assert TABLE.member(cells, "_Linear") is None


def test_every_name_leads_to_a_member() -> None:
    members = {module: TABLE.members(module) for module in TABLE}
    lost = [
        f"{module}.{name}"
        for module, names in members.items()
        for name in names
        if TABLE.member(module, name) is None
    ]
    assert lost == []
    assert sum(map(len, members.values())) > 40_000


def test_models_are_of_modules_that_are_there() -> None:
    stubs = StubPath()
    modules = [module for module in TABLE if stubs.model(module)]
    assert len(modules) > 100
    known = [path.relative_to(OWN_STUBS) for path in Path(OWN_STUBS).rglob("*.py")]
    names = {".".join(path.with_suffix("").parts).removesuffix(".__init__") for path in known}
    assert [module for module in modules if stubs.model(module) not in names] == []


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        ("from tensorflow.python.ops import variable_scope as vs", "w:0"),
        ("import tensorflow_core.python.ops.variable_scope as vs", "w:0"),
        ("import tensorflow as tf\nvs = tf.python.ops.variable_scope", "w:0"),
        ("from tensorflow.python.ops.variable_scope import *\nimport tensorflow as vs", "w:0"),
        ("from tensorflow.python.keras.backend import variable_scope as vs", None),
    ],
)
def test_ways_to_a_module(start: str, expected: str | None) -> None:
    analysis = analyze(Snapshot("/nowhere/program.py", f'{start}\nvs.get_variable("w", [2])\n'))
    assert not analysis.errors
    assert [event.name for event in analysis.variables] == [expected] * (expected is not None)


def test_a_name_that_is_not_there_ends_nothing_that_does_not_expect_it() -> None:
    source = """
import tensorflow as tf
from tensorflow.python.ops.rnn_cell_impl import _linear
tf.some_name(_linear)
tf.get_variable("w", [2])
"""
    analysis = analyze(Snapshot("/nowhere/program.py", source))
    assert [event.name for event in analysis.variables] == ["w:0"]


def test_names_of_version_2_may_be_there() -> None:
    source = """
import tensorflow as tf
with tf.GradientTape() as tape:
    pass
if hasattr(tf, "some_name"):
    tf.Variable(0, name="w")
else:
    tf.Variable(0, name="v")
"""
    analysis = analyze(Snapshot("/nowhere/program.py", source))
    assert {(event.name, event.certainty.value) for event in analysis.variables} == {
        ("w:0", "possible"),
        ("v:0", "possible"),
    }


def test_modules_that_the_table_leaves_out_are_there() -> None:
    source = """
import tensorflow as tf
try:
    from tensorflow.core.framework import graph_pb2
    from tensorflow.python import pywrap_tensorflow
    name = "there"
except ImportError:
    name = "absent"
graph_pb2.GraphDef(), pywrap_tensorflow.NewCheckpointReader("x")
tf.Variable(0, name=name)
"""
    analysis = analyze(Snapshot("/nowhere/program.py", source))
    assert [(event.name, event.certainty) for event in analysis.variables] == [
        ("there:0", Certainty.DEFINITE)
    ]


def test_a_model_does_not_tell_what_parameters_the_real_function_has() -> None:
    source = """
import inspect
import tensorflow as tf
if inspect.getfullargspec(tf.reduce_sum).args != ["one"]:
    raise TypeError("of another version")
tf.Variable(0, name="w")
"""
    analysis = analyze(Snapshot("/nowhere/program.py", source))
    assert [event.name for event in analysis.variables] == ["w:0"]
