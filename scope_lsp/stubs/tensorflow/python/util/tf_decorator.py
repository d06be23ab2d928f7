"""tensorflow.python.util.tf_decorator: decorators that know what they stand for.

Modelled on util/tf_decorator.py of TensorFlow 1.15.5.
"""


class TFDecorator:
    def __init__(self, decorator_name, target, decorator_doc="", decorator_argspec=None):
        self._decorated_target = target
        self._decorator_name = decorator_name
        self._decorator_doc = decorator_doc
        self._decorator_argspec = decorator_argspec
        self.__wrapped__ = target
        self.__name__ = getattr(target, "__name__", None)

    def __get__(self, instance, owner):
        return self._decorated_target.__get__(instance, owner)

    def __call__(self, *args, **kwargs):
        return self._decorated_target(*args, **kwargs)

    @property
    def decorated_target(self):
        return self._decorated_target

    @decorated_target.setter
    def decorated_target(self, decorated_target):
        self._decorated_target = decorated_target

    @property
    def decorator_name(self):
        return self._decorator_name


def make_decorator(
    target, decorator_func, decorator_name=None, decorator_doc="", decorator_argspec=None
):
    decorator = TFDecorator(
        decorator_name, target, decorator_doc, decorator_argspec=decorator_argspec
    )
    decorator_func._tf_decorator = decorator
    decorator_func.__wrapped__ = target
    if hasattr(target, "__name__"):
        decorator_func.__name__ = target.__name__
    return decorator_func


def unwrap(maybe_tf_decorator):
    decorators = []
    current = maybe_tf_decorator
    while True:
        if isinstance(current, TFDecorator):
            decorators.append(current)
        elif hasattr(current, "_tf_decorator"):
            decorators.append(current._tf_decorator)
        else:
            return decorators, current
        current = decorators[-1].decorated_target
