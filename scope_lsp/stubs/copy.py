"""Model of ``copy``."""

from _scope_lsp_host import is_known, kind_of, shallow_copy, sure_keys


class Error(Exception):
    pass


error = Error


def copy(x):
    hook = getattr(type(x), "__copy__", None)
    if is_known(hook) and hook is not None:  # a base that is not known most likely has none
        return hook(x)
    return shallow_copy(x)


_WHOLE = (
    "int float bool str bytes NoneType range slice frozenset complex function method class module"
    " builtin generatorfunction generator ellipsis type property"
).split()


def deepcopy(x, memo=None):
    if memo is None:
        memo = {}
    kind = kind_of(x)
    if not is_known(kind) or kind in _WHOLE:
        return x
    if kind == "tuple":
        return tuple([deepcopy(item, memo) for item in x])
    for seen, made in memo.get("copies", ()):
        if seen is x:
            return made
    if kind == "list":
        result = []
        _remember(memo, x, result)
        for item in x:
            result.append(deepcopy(item, memo))
        return result
    if kind == "dict":
        changed = [key for key in sure_keys(x) if deepcopy(key, memo) is not key]
        # What may have other keys has a copy that may have them too.
        result = {} if changed else shallow_copy(x)
        _remember(memo, x, result)
        if changed:
            for name, item in x.items():
                result[deepcopy(name, memo)] = deepcopy(item, memo)
        else:
            _copy_values(result, memo)
        return result
    if kind == "set":
        return {deepcopy(item, memo) for item in x}
    hook = getattr(type(x), "__deepcopy__", None)
    if is_known(hook) and hook is not None:
        result = hook(x, memo)
        _remember(memo, x, result)
        return result
    result = shallow_copy(x)
    _remember(memo, x, result)
    _copy_values(result.__dict__, memo)
    if isinstance(result, dict):
        for name, value in list(dict.items(result)):
            dict.__setitem__(result, name, deepcopy(value, memo))
    elif isinstance(result, list):
        for index in range(len(result)):
            list.__setitem__(result, index, deepcopy(list.__getitem__(result, index), memo))
    return result


def _copy_values(names, memo):
    """Put copies in the place of the values that are known to be there."""
    for name in sure_keys(names):
        names[name] = deepcopy(names[name], memo)


def _remember(memo, x, result):
    memo.setdefault("copies", []).append((x, result))
