"""Usage: docopt_commands.py train [--layers=<n>] <data>
       docopt_commands.py (evaluate | export) --where=<path>...

run: train somewhere
run: evaluate --where=here

Options: --layers=<n>  How many [default: 2]
"""

import tensorflow as tf
from docopt import docopt

args = docopt(__doc__.replace("run: ", ""))
if args["train"]:
    tf.get_variable("train", [int(args["--layers"] or 2)])
if args["evaluate"]:
    tf.get_variable("evaluate", [len(args["--where"])])
