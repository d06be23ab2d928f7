"""Build something.

Usage:
  docopt_options.py [options] [<data>] [-v | --quiet]
  docopt_options.py train <where> [--steps=<n>]

Options:
  -h --help            Show this.
  -n NAME --name=NAME  Of the network [default: net].
  --layers <count>     How many
                       [default: 2]
  --wide               More units.
  --rate RATE          Without a default.
"""

import tensorflow as tf
from docopt import docopt

if __name__ == "__main__":
    args = docopt(__doc__)
    for i in range(int(args["--layers"])):
        tf.get_variable("%s_%d" % (args["--name"], i), [8 if args["--wide"] else 4])
    tf.get_variable("_".join("x%s" % args[key] for key in sorted(args)), [len(args)])
