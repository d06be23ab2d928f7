"""Commands of argparse, each with a function of its own.

run: train
run: evaluate somewhere
"""

import argparse

import tensorflow as tf


def train(args):
    tf.get_variable("%s_%d" % (args.command, args.layers), [args.layers])


def evaluate(args):
    tf.get_variable("%s_%d" % (args.command, args.layers), [args.layers])


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    commands = parser.add_subparsers(dest="command")
    one = commands.add_parser("train")
    one.add_argument("--layers", type=int, default=2)
    one.set_defaults(function=train)
    two = commands.add_parser("evaluate")
    two.add_argument("path")
    two.add_argument("--layers", type=int, default=3)
    two.set_defaults(function=evaluate)
    args = parser.parse_args()
    if args.command:
        args.function(args)
