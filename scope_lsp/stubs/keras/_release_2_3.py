"""Release 2.3.1, the last one for TensorFlow 1, where a project or its environment says so."""

VERSION = "2.3.1"
IS_2_3 = True
