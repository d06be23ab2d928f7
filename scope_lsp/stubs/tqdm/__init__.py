"""Model of ``tqdm``: the iterable itself."""


class tqdm:
    def __init__(self, iterable=None, desc=None, total=None, *args, **kwargs):
        self.iterable = iterable
        self.total = total
        self.desc = desc
        self.n = 0

    def __iter__(self):
        return iter(self.iterable)

    def __len__(self):
        return len(self.iterable) if self.total is None else self.total

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        return None

    def update(self, n=1):
        self.n = self.n + n

    def _nothing(self, *args, **kwargs):
        return None

    set_description = set_postfix = set_description_str = set_postfix_str = close = _nothing
    refresh = clear = reset = display = _nothing

    @staticmethod
    def write(s, *args, **kwargs):
        return None

    @classmethod
    def pandas(cls, *args, **kwargs):
        return None


def trange(*args, **kwargs):
    return tqdm(range(*args))


tqdm_notebook = tqdm
tnrange = trange
