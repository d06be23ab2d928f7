"""A group: without arguments it shows its help, and any command may be asked for.

run: train
run: eval somewhere
run: export model --kind a
"""

import click
import tensorflow as tf


class Settings:
    def __init__(self):
        self.units = 8


@click.group()
@click.option("--units", default=8)
@click.pass_context
def cli(ctx, units):
    ctx.ensure_object(Settings).units = units
    tf.get_variable("shared", [units])


@cli.command()
@click.option("--layers", default=2)
@click.pass_obj
def train(settings, layers):
    for i in range(layers):
        tf.get_variable("train_%d" % i, [settings.units])


@cli.command("eval")
@click.argument("checkpoint")
@click.pass_context
def evaluate(ctx, checkpoint):
    tf.get_variable("eval", [ctx.obj.units])


@cli.group()
def export():
    pass


@export.command()
@click.option("--kind", type=click.Choice(["a", "b"]), required=True)
def model(kind):
    tf.get_variable("export", [len(kind)])


@click.command()
def added():
    tf.get_variable("added", [1])


cli.add_command(added, "more")

if __name__ == "__main__":
    cli()
