"""Model of ``bz2``, whose files are as little known as those of ``gzip``."""

from gzip import GzipFile as BZ2File
from gzip import compress, decompress, open
