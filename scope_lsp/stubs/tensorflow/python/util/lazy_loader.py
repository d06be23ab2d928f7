"""tensorflow.python.util.lazy_loader: a module that is imported when it is first used."""


class LazyLoader:
    def __init__(self, local_name, parent_module_globals, name, warning=None):
        self._local_name = local_name
        self.__name__ = name

    def __getattr__(self, item):
        return getattr(__import__(self.__name__, fromlist=["*"]), item)
