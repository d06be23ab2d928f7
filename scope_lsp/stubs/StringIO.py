"""Model of ``StringIO``, which Python 2 has."""

from io import StringIO
