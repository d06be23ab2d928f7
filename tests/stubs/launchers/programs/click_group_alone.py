"""A group that does something without a command."""

import click
import tensorflow as tf


@click.group(invoke_without_command=True)
@click.option("--units", default=8)
@click.pass_context
def cli(ctx, units):
    tf.get_variable("shared", [units])
    if ctx.invoked_subcommand is None:
        tf.get_variable("alone", [units])


@cli.command()
def train():
    tf.get_variable("train", [1])


cli(standalone_mode=False)
tf.get_variable("afterwards", [1])
