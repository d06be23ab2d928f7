"""Model of ``json.encoder``; programs set its ``FLOAT_REPR``, which Python 3 does not read."""

from json import JSONEncoder
