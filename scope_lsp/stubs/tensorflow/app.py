"""`tf.app`: `run` calls the program's `main`."""

from absl.app import run as _run
from tensorflow import flags


def run(main=None, argv=None):
    if main is None:
        import __main__  # the program that is run

        main = __main__.main
    return _run(main, argv)
