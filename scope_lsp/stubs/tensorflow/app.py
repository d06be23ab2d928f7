"""`tf.app`: `run` calls the program's `main`."""

import sys

from tensorflow import flags


def run(main=None, argv=None):
    if main is None:
        main = sys.modules["__main__"].main
    return main(["program"] if argv is None else argv)
