"""Records what the programs in this folder print under real TensorFlow.

    python3.7 tests/naming/record.py      # with tensorflow==1.15.5 and protobuf<3.21

writes ``programs/<name>.txt``, which ``test_recorded.py`` compares with.
"""

from __future__ import annotations

import contextlib
import io
import os
import sys
from pathlib import Path

PROGRAMS = Path(__file__).parent / "programs"


def main():
    """Run every program in a graph of its own."""
    os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
    import tensorflow as tf

    tf.compat.v1.logging.set_verbosity(tf.compat.v1.logging.ERROR)
    sys.path.insert(0, str(PROGRAMS))
    for program in sorted(PROGRAMS.glob("*.py")):
        if program.stem == "errors":
            continue
        tf.compat.v1.reset_default_graph()
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(
                compile(program.read_text("utf-8"), str(program), "exec"), {"__name__": "__main__"}
            )
        program.with_suffix(".txt").write_text(printed.getvalue(), "utf-8")


if __name__ == "__main__":
    main()
