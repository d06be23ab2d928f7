"""Model of ``weakref``: what is referred to weakly lives as long as the program is looked at."""


class ref:
    def __init__(self, object, callback=None):
        self._object = object

    def __call__(self):
        return self._object

    def __eq__(self, other):
        return isinstance(other, ref) and self._object is other._object

    def __hash__(self):
        return hash(id(self._object))


ReferenceType = WeakMethod = ref


def proxy(object, callback=None):
    return object


class WeakKeyDictionary(dict):
    pass


class WeakValueDictionary(dict):
    pass


class WeakSet(set):
    pass


class finalize:
    def __init__(self, obj, func, *args, **kwargs):
        self.alive = True

    def __call__(self, _=None):
        self.alive = False

    def detach(self):
        self.alive = False
