"""One function, started by `typer.run`."""

from typing import List

import tensorflow as tf
import typer


def main(
    layers: int = 2,
    name: str = typer.Option("net", "--name", "-n", help="of the network"),
    sizes: List[int] = typer.Option([3, 4]),
    verbose: bool = False,
    rest: str = typer.Argument("rest"),
):
    tf.get_variable("%s_%d_%s_%s" % (name, layers, verbose, rest), list(sizes))


if __name__ == "__main__":
    typer.run(main)
    tf.get_variable("never", [1])
