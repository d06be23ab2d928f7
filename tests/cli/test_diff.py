"""``scope-lsp diff`` and ``scope-lsp lock`` as users start them."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.checkpoints.tables import write_index
from tests.cli.test_program import scope_lsp

SAVED = Path(__file__).parent.parent / "checkpoints" / "saved"
MODEL = """import tensorflow as tf


def model():
    x = tf.placeholder(tf.float32, [None, 3])
    with tf.variable_scope("net"):
        hidden = tf.layers.dense(x, 4, name="hidden")
        hidden = tf.layers.batch_normalization(hidden, name="norm")
        return tf.reduce_mean(tf.layers.dense(hidden, 2, name="out"))


if __name__ == "__main__":
    loss = model()
    train = tf.train.MomentumOptimizer(0.1, 0.9).minimize(loss)
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "train.py").write_text(MODEL)
    (tmp_path / "two.py").write_text("from train import model\nmodel()\n")
    return tmp_path


def git(folder: Path, *arguments: str) -> None:
    who = ("-c", "user.name=a", "-c", "user.email=a@b.c", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.mark.parametrize("slots", [[], ["--slots"]])
def test_a_program_and_its_checkpoint_do_not_differ(folder: Path, slots: list[str]) -> None:
    done = scope_lsp("diff", str(SAVED / "version_1"), "train.py", *slots, cwd=folder)
    count = 14 if slots else 8
    first = f"{SAVED}/version_1 and train.py: no difference in {count} variables.\n"
    assert done.stdout.startswith(first)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("checkpoint", ["slots", "version_1", "plain", "frozen.pb"])
def test_slots_are_folded_and_only_weights_compared(folder: Path, checkpoint: str) -> None:
    ignored = [f"--ignore={name}" for name in ("steps", "words", "flag", "half")]
    done = scope_lsp("diff", "two.py", str(SAVED / checkpoint), *ignored, cwd=folder)
    assert "no difference in 8 variables" in done.stdout
    assert done.returncode == 0


def test_partitioned_variables_are_one(folder: Path) -> None:
    (folder / "p.py").write_text(
        "import tensorflow as tf\n"
        "with tf.variable_scope('table', partitioner=tf.fixed_size_partitioner(2)):\n"
        "    tf.get_variable('words', [7, 2])\n    tf.get_variable('tags', [3, 2])\n"
        "tf.get_variable('wide/w', [2, 5])\n"
        "tf.metrics.mean(1.0)\n"  # local variables, which nobody saves
    )
    done = scope_lsp("diff", str(SAVED / "partitioned"), "p.py", cwd=folder)
    assert "no difference in 3 variables" in done.stdout


def test_differences_exit_with_1_and_point_at_the_code(folder: Path) -> None:
    write_index(folder / "m", {"net/hidden/kernel": [3, 4], "net/old": [2], "net/norm/beta": [5]})
    done = scope_lsp("diff", "m", "train.py", cwd=folder)
    assert done.returncode == 1
    assert done.stdout.splitlines()[0] == (
        "m -> train.py: 1 variable with another shape in train.py; 1 variable only in m; "
        "6 variables only in train.py."
    )
    assert "  net/norm/beta  (5,)  ->  (4,)  train.py:8\n" in done.stdout
    assert "  net/out/kernel            (4, 2)  float32  train.py:9\n" in done.stdout


def test_json_and_markdown(folder: Path) -> None:
    write_index(folder / "m", {"old/hidden/kernel": [3, 4], "old/hidden/bias": [4]})
    document = json.loads(scope_lsp("diff", "m", "two.py", "--format", "json", cwd=folder).stdout)
    assert document["schema"] == 1 and document["differs"] is True
    assert document["causes"][0]["changes"] == [{"old": "old", "new": "net"}]
    assert document["renamed"][0]["new"] == {
        "name": "net/hidden/bias", "shape": [4], "dtype": "float32",
        "file": "train.py", "line": 7, "column": 18,
    }  # fmt: skip
    assert document["old"]["kind"] == "checkpoint" and document["new"]["kind"] == "program"
    text = scope_lsp("diff", "m", "two.py", "--format", "markdown", cwd=folder).stdout
    assert text.startswith("**m -> two.py: scope old renamed net (2 variables); 6 variables only")
    assert "| `old/hidden/bias` | → | `net/hidden/bias` | `(4,)` | `train.py:7` |" in text


def test_a_function_of_a_program(folder: Path) -> None:
    (folder / "lib.py").write_text(MODEL.partition("\n\nif")[0])
    done = scope_lsp("diff", str(SAVED / "slots"), "lib.py:model", cwd=folder)
    assert "no difference in 8 variables" in done.stdout
    done = scope_lsp("diff", str(SAVED / "slots"), "lib.py", cwd=folder)
    assert done.stderr == (
        "scope-lsp: lib.py: running it creates no variables; lib.py:FUNCTION compares what a "
        "function creates (model)\n"
    )
    done = scope_lsp("diff", str(SAVED / "slots"), "lib.py:nothing", cwd=folder)
    assert done.stderr == "scope-lsp: lib.py:nothing: it has no uncalled function nothing\n"
    assert (done.returncode, done.stdout) == (2, "")


def test_a_saved_listing(folder: Path) -> None:
    listing = scope_lsp("names", "train.py", "--slots", "--format", "json", cwd=folder).stdout
    variables = json.loads(listing)["variables"]
    assert {one["program"] for one in variables} == {"train.py"}
    assert [one["parameters"] for one in variables if one["name"] == "net/out/kernel:0"] == [8]
    assert {one["name"] for one in variables if one["slot"]} >= {"net/out/kernel/Momentum:0"}
    (folder / "names.json").write_text(listing)
    done = scope_lsp("diff", "names.json", "train.py", "--slots", cwd=folder)
    assert "no difference in 14 variables" in done.stdout
    (folder / "other.json").write_text('{"a": []}')
    done = scope_lsp("diff", "other.json", "train.py", cwd=folder)
    words = "not a listing of `scope-lsp names --format json`"
    assert (done.returncode, done.stderr) == (2, f"scope-lsp: other.json: {words}\n")


def test_a_revision_of_git(folder: Path) -> None:
    """Modules of the revision are read, not those of today; hooks and filters are not run."""
    git(folder, "init", "-q")
    (folder / ".gitattributes").write_text("*.py filter=harm\n")
    git(folder, "config", "filter.harm.smudge", "touch harmed")
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "first")
    (folder / "train.py").write_text(MODEL.replace('"net"', '"model"'))
    done = scope_lsp("diff", "HEAD:two.py", "two.py", cwd=folder)
    assert done.stdout.splitlines()[0] == (
        "HEAD:two.py -> two.py: scope net renamed model (8 variables)."
    )
    assert "HEAD:train.py:7 -> train.py:7" in done.stdout
    assert not (folder / "harmed").exists()
    (folder / "sub").mkdir()
    done = scope_lsp("diff", "HEAD:../two.py", "../two.py", cwd=folder / "sub")
    assert "scope net renamed model" in done.stdout


def test_a_function_of_a_revision_has_the_parameters_that_it_has_today(folder: Path) -> None:
    """Which class a parameter has is inferred on both sides."""
    text = (
        "import tensorflow as tf\nclass Config:\n    def scope(self):\n        return 'net'\n"
        "def build(config: Config):\n    with tf.variable_scope(config.scope()):\n"
        "        tf.get_variable('w', [3])\n"
    )
    (folder / "lib.py").write_text(text)
    git(folder, "init", "-q")
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "first")
    (folder / "lib.py").write_text(text.replace("'net'", "'model'"))
    done = scope_lsp("diff", "HEAD:lib.py:build", "lib.py:build", cwd=folder)
    assert done.stdout.splitlines()[0] == (
        "HEAD:lib.py:build -> lib.py:build: scope net renamed model (1 variable)."
    )


@pytest.mark.parametrize(
    ("argument", "message"),
    [
        ("nowhere:train.py", "nowhere: git knows no such revision"),
        ("HEAD:gone.py", "HEAD:gone.py: there is no such file in that revision"),
        ("gone.py", "gone.py: No such file or directory"),
        ("gone.ckpt", "gone.ckpt: no such file, and no checkpoint of that prefix"),
        (".", ".: a folder; name one program of it, or a checkpoint"),
    ],
)
def test_what_cannot_be_compared(folder: Path, argument: str, message: str) -> None:
    git(folder, "init", "-q")
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "first")
    done = scope_lsp("diff", argument, "train.py", cwd=folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"scope-lsp: {message}\n"


@pytest.mark.parametrize("command", ["names", "check"])
@pytest.mark.parametrize("name", ["plain", "plain.index", "version_1", ""])
def test_other_commands_say_which_one_takes_checkpoints(command: str, name: str) -> None:
    done = scope_lsp(command, f"saved/{name}", cwd=SAVED.parent)
    assert done.returncode == 2
    assert done.stderr == (
        f"scope-lsp: saved/{name}: it holds variables but is not a program; `scope-lsp diff "
        f"saved/{name} PROGRAM` compares it with a program\n"
    )


def test_symbolic_and_possible_variables_make_no_difference(folder: Path) -> None:
    (folder / "open.py").write_text(
        "import sys\nimport tensorflow as tf\n"
        "for i in range(int(sys.argv[1])):\n"
        "    tf.get_variable('layer_%d/w' % i, [3])\n"
        "if sys.argv[2]:\n    tf.get_variable('extra', [3])\n"
    )
    write_index(folder / "m", {f"layer_{number}/w": [3] for number in range(5)})
    done = scope_lsp("diff", "m", "open.py", cwd=folder)
    assert done.returncode == 0
    assert "no difference in 0 variables, 6 variables in doubt" in done.stdout


def test_a_program_that_does_not_parse_is_known_to_be_incomplete(folder: Path) -> None:
    (folder / "two.py").write_text("from train import model\nmodel()\ndef f(:\n")
    done = scope_lsp("diff", str(SAVED / "slots"), "two.py", cwd=folder)
    assert done.stderr == (
        "scope-lsp: two.py:3: does not parse\n"
        "scope-lsp: two.py: its listing is incomplete; variables that seem to be missing "
        "may exist\n"
    )


# -- lock


def test_a_lock_fails_on_a_rename_and_passes_when_code_moves(folder: Path) -> None:
    done = scope_lsp("lock", "train.py", "two.py", cwd=folder)
    assert done.stderr == "scope-lsp: names.lock: 16 variables of 2 programs\n".removeprefix(
        "scope-lsp: "
    )
    text = (folder / "names.lock").read_text()
    assert "[train.py]\nnet/hidden/bias  (4,)  float32\n" in text
    assert "net/norm/moving_mean  (4,)  float32  not trainable\n" in text
    assert "Momentum" not in text
    moved = MODEL.replace("    with", "    # moved\n\n    with")
    (folder / "train.py").write_text(moved)
    done = scope_lsp("lock", "--check", cwd=folder)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    (folder / "train.py").write_text(moved.replace('"net"', '"model"'))
    done = scope_lsp("lock", "--check", "two.py", cwd=folder)
    assert done.returncode == 1
    assert done.stdout.splitlines()[0] == (
        "names.lock -> two.py: scope net renamed model (8 variables)."
    )
    done = scope_lsp("diff", "names.lock", "two.py", cwd=folder)
    assert "it has 2 programs" in done.stderr


def test_a_lock_of_a_folder_says_which_scripts_it_left_out(tmp_path: Path) -> None:
    text = 'import tensorflow as tf\ntf.get_variable("w", [3])\n'
    (tmp_path / "train.py").write_text(text + 'if __name__ == "__main__":\n    pass\n')
    (tmp_path / "flat.py").write_text(text)
    done = scope_lsp("lock", ".", cwd=tmp_path)
    assert done.stderr == (
        "scope-lsp: not locked, because they have no __main__ guard: flat.py; name a file, or set "
        "entry-points, to lock it\nnames.lock: 1 variable of 1 program\n"
    )
    (tmp_path / "pyproject.toml").write_text('[tool.scope-lsp]\nentry-points = ["train.py"]\n')
    done = scope_lsp("lock", ".", cwd=tmp_path)
    assert done.stderr == "names.lock: 1 variable of 1 program\n"


def test_a_lock_tells_of_shapes_and_of_what_is_trained(folder: Path) -> None:
    scope_lsp("lock", "two.py", "-o", "sub.lock", cwd=folder)
    (folder / "train.py").write_text(MODEL.replace("hidden, 2", "hidden, 9"))
    done = scope_lsp("lock", "--check", "-o", "sub.lock", cwd=folder)
    assert done.stdout.startswith("sub.lock -> two.py: 2 variables with another shape in two.py.\n")
    (folder / "train.py").write_text(MODEL.replace('name="norm"', 'name="norm", trainable=False'))
    done = scope_lsp("lock", "--check", "-o", "sub.lock", cwd=folder)
    assert (done.returncode, done.stdout) == (
        1, "sub.lock -> two.py: 2 variables with `trainable` changed: net/norm/beta, "
        "net/norm/gamma.\n",
    )  # fmt: skip


def test_locks_that_are_none(folder: Path) -> None:
    done = scope_lsp("lock", "--check", cwd=folder)
    assert done.stderr == (
        "scope-lsp: names.lock: there is no such lock; `scope-lsp lock PROGRAM` writes one\n"
    )
    (folder / "names.lock").write_text("[two.py]\nw (3,)\n")
    done = scope_lsp("lock", "--check", cwd=folder)
    assert (done.returncode, done.stderr) == (
        2,
        "scope-lsp: names.lock: line 2: not a line of a lock\n",
    )
