"""A recurrent cell is used again with an input that its weights do not fit.

**What it finds.** A cell of `tf.nn.rnn_cell` that was built for inputs of one depth and is called
with inputs of another depth. TensorFlow raises a `ValueError` while it builds the graph.

**Why it happens.** The same object is used for several layers, as in `MultiRNNCell([cell] * 2)`.
Its weights are created once, for the depth of the first layer's input, and the second layer's input
has another depth. If the depths happen to be equal, nothing fails, and the layers share their
weights.

**Example.**

```python
cell = tf.nn.rnn_cell.BasicLSTMCell(4)
stacked = tf.nn.rnn_cell.MultiRNNCell([cell] * 2)
tf.nn.dynamic_rnn(stacked, tf.zeros([1, 5, 3]), dtype=tf.float32)
# Dimensions must be equal, but are 8 and 7
```

**What to do.** Create one cell for each layer:
`MultiRNNCell([tf.nn.rnn_cell.BasicLSTMCell(4) for _ in range(2)])`.
"""

from __future__ import annotations

from functools import partial

from scope_lsp.rules.errors import findings_of
from scope_lsp.rules.rule import Rule, Severity

CODE = "rnn-cell-reuse"
RULE = Rule(CODE, Severity.ERROR, __doc__ or "", partial(findings_of, code=CODE))
