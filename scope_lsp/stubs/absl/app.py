"""Model of ``absl.app``."""

import sys

from absl.flags import FLAGS


class UsageError(Exception):
    pass


class Error(Exception):
    pass


def run(main, argv=None, flags_parser=None):
    args = sys.argv if argv is None else argv
    sys.exit(main((FLAGS if flags_parser is None else flags_parser)(args)))


def parse_flags_with_usage(args):
    return FLAGS(args)


def call_after_init(callback):
    return callback()


def usage(*args, **kwargs):
    return None
