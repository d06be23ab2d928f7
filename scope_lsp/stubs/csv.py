"""Model of ``csv``: rows of text that is known; quoted rows and written ones are not read."""

from _scope_lsp_host import unknown

QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE = range(4)


class Error(Exception):
    pass


def reader(csvfile, dialect="excel", delimiter=",", quotechar='"', **options):
    tab = dialect == "excel-tab"
    for line in csvfile:
        if quotechar in line:
            yield unknown("a quoted row of a CSV file")
        else:
            row = line.rstrip("\r\n")
            yield row.split("\t" if tab else delimiter) if row else []


class DictReader:
    def __init__(
        self, f, fieldnames=None, restkey=None, restval=None, dialect="excel", *args, **options
    ):
        self._rows = reader(f, dialect, *args, **options)
        self._fieldnames = fieldnames

    @property
    def fieldnames(self):
        if self._fieldnames is None:
            self._fieldnames = next(self._rows)
        return self._fieldnames

    def __iter__(self):
        return self

    def __next__(self):
        names = self.fieldnames
        return dict(zip(names, next(self._rows)))

    next = __next__


def __getattr__(name):
    return unknown("csv." + name)
