"""What a callback of Keras does with objects of the program is only possible."""

from __future__ import annotations

from tests.analysis.running import run


def test_a_writer_of_the_program_may_have_been_written_to() -> None:
    found = run(
        """
class Writer:
    def __init__(self):
        self.steps = []
    def add_summary(self, summary, step):
        self.steps.append(step)
    def flush(self):
        pass
board = tf.keras.callbacks.TensorBoard("logs")
board.writer = Writer()
before = len(board.writer.steps)
for batch in range(5):
    board.on_batch_end(batch, {"acc": batch})
tf.get_variable("before", [1 + before])
tf.get_variable("after", [1 + len(board.writer.steps)])
"""
    )
    assert [variable.shape for variable in found.variables] == [(1,), (None,)]
