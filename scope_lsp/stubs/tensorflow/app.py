"""`tf.app`: `run` calls the program's `main`."""

from absl.app import run as _run
from tensorflow import flags


def _parse(argv):
    return flags.FLAGS(argv, known_only=True)


def run(main=None, argv=None):
    if main is None:
        import __main__  # the program that is run

        main = __main__.main
    return _run(main, argv, _parse)
