"""Which release of Keras is modelled: 2.2.4, unless the project or its environment says 2.3.

The newest release that most programs were written for.  Releases 2.0 to 2.2 name their variables
alike.
"""

VERSION = "2.2.4"
IS_2_3 = False
