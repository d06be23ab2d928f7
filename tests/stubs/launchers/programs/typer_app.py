"""Several commands.

run: train
run: evaluate somewhere
run: more extra
"""

import tensorflow as tf
import typer

app = typer.Typer()
more = typer.Typer()
app.add_typer(more, name="more")


@app.callback()
def shared(units: int = 8):
    tf.get_variable("shared", [units])


@app.command()
def train(ctx: typer.Context, layers: int = 2):
    tf.get_variable("train_%s" % ctx.invoked_subcommand, [layers])


@app.command()
def evaluate(path: str, layers: int = typer.Option(3)):
    tf.get_variable("evaluate", [layers])


@more.command()
def extra():
    tf.get_variable("extra", [1])


if __name__ == "__main__":
    app()
