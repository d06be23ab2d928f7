"""Arrays compared with what has another shape, which gives one truth value and no array."""

import numpy as np
import tensorflow as tf

pretrained = np.zeros((100, 50), "float32")
tests = [
    ("empty", lambda: pretrained == []),
    ("not_empty", lambda: pretrained != []),
    ("reflected", lambda: [] == pretrained),
    ("none", lambda: pretrained == None),
    ("shorter", lambda: pretrained == [1, 2, 3]),
    ("as_long", lambda: pretrained == [1] * 50),
    ("one", lambda: pretrained == [1]),
    ("tuple", lambda: np.zeros(3) == (1, 2)),
    ("dict", lambda: np.zeros(3) == {}),
    ("both_empty", lambda: np.zeros((0,)) == []),
    ("arrays", lambda: pretrained != np.zeros(7)),
]
for name, test in tests:
    given = test()
    is_one = given is True or given is False
    tf.get_variable(name + "_" + (str(given) if is_one else "array"), [1])
