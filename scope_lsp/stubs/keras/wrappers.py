"""`keras.wrappers.scikit_learn`: models that are made by a function when they are fitted."""

import _scope_lsp


class BaseWrapper:
    def __init__(self, build_fn=None, **sk_params):
        self.build_fn = build_fn
        self.sk_params = sk_params

    def fit(self, x, y, **kwargs):
        """Make the model with those of the arguments that the function takes."""
        make = self.build_fn if self.build_fn is not None else self.__call__
        taken = (
            make.__code__.co_varnames[: make.__code__.co_argcount]
            if hasattr(make, "__code__")
            else ()
        )
        self.model = make(
            **{name: value for name, value in self.sk_params.items() if name in taken}
        )
        return self.model.fit(x, y)

    def __getattr__(self, name):
        if name[:2] == "__" or name == "model":
            raise AttributeError(name)
        return _scope_lsp.unknown_code("a wrapper of a model", False)


class KerasClassifier(BaseWrapper):
    pass


class KerasRegressor(BaseWrapper):
    pass


def __getattr__(name):
    if name == "scikit_learn":
        return __import__("keras.wrappers", fromlist=["*"])
    raise AttributeError(name)
