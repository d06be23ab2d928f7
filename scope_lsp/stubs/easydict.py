"""Model of ``easydict``: a dict whose keys are attributes too.  Source: its __init__.py."""


class EasyDict(dict):
    def __init__(self, d=None, **kwargs):
        entries = {} if d is None else dict(d)
        entries.update(kwargs)
        for key, value in entries.items():
            setattr(self, key, value)

    def __setattr__(self, name, value):
        if isinstance(value, (list, tuple)):
            value = [_converted(item) for item in value]  # so until 1.9, also a tuple
        else:
            value = _converted(value)
        super().__setattr__(name, value)
        super().__setitem__(name, value)

    __setitem__ = __setattr__

    def update(self, e=None, **f):
        entries = e or {}
        entries.update(f)
        for key in entries:
            setattr(self, key, entries[key])

    def pop(self, k, *args):
        if hasattr(self, k):
            delattr(self, k)
        return super().pop(k, *args)


def _converted(value):
    return EasyDict(value) if type(value) is dict else value
