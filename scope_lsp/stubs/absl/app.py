"""Model of ``absl.app``."""

import sys


class UsageError(Exception):
    pass


class Error(Exception):
    pass


def run(main, argv=None, flags_parser=None):
    args = sys.argv if argv is None else argv
    if flags_parser is not None:
        args = flags_parser(args)
    sys.exit(main(args))


def parse_flags_with_usage(args):
    return args


def call_after_init(callback):
    return callback()


def usage(*args, **kwargs):
    return None
