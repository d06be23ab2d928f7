"""Model of ``lzma``, whose files are as little known as those of ``gzip``."""

from gzip import GzipFile as LZMAFile
from gzip import compress, decompress, open
