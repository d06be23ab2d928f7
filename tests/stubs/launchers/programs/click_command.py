"""One command: options of every kind, each by its default."""

import click
import tensorflow as tf


@click.command()
@click.option("--layers", "-l", default=2, show_default=True)
@click.option("--rate", type=float, default="3")
@click.option("--name", default="net")
@click.option("--shout/--no-shout", default=False)
@click.option("--upper", "case", flag_value="up", default=True)
@click.option("--lower", "case", flag_value="low")
@click.option("-v", "--verbose", count=True)
@click.option("--size", multiple=True, type=int, default=[3, 4])
@click.option("--pair", nargs=2, type=int, default=(5, 6))
@click.option("--made", default=lambda: "made")
@click.option("--twice", default=4, callback=lambda ctx, param, value: 2 * value)
@click.option("--hidden", default=1, expose_value=False)
@click.argument("rest", nargs=-1)
@click.pass_context
def main(ctx, layers, rate, name, shout, case, verbose, size, pair, made, twice, rest):
    tf.get_variable("%s_%s_%s_%s_%d" % (name, rate, case, verbose, len(rest)), size)
    tf.get_variable("%s_%s_%s" % (shout, ctx.params["layers"], made), pair)
    ctx.invoke(other, k=3)
    ctx.forward(other)
    tf.get_variable("twice", [twice])


@click.command()
@click.option("--k", default=1)
@click.option("--j", default=7)
def other(k, j, **rest):
    with tf.variable_scope("other", reuse=tf.AUTO_REUSE):
        tf.get_variable("w_%d_%d_%d" % (k, j, len(rest)), [1])


if __name__ == "__main__":
    main()
    tf.get_variable("never", [1])
