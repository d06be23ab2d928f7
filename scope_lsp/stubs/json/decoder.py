"""Model of ``json.decoder``."""

from json import JSONDecodeError, JSONDecoder
