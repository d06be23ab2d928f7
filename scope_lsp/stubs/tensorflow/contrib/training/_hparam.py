"""`tf.contrib.training.HParams`: a named set of values that text can override.

Modelled on contrib/training/python/training/hparam.py of TensorFlow 1.15.5.
"""

import json
import re

import _scope_lsp

_NAME = re.compile(r"([a-zA-Z][\w\.]*)(\[\s*(\d+)\s*\])?\s*$")


def _cast(text, param_type, name):
    """One value of a parameter's type, from text or as it stands."""
    if not isinstance(text, str) or param_type is str:
        return text
    if param_type is bool:
        lowered = text.lower()
        if lowered in ("true", "1"):
            return True
        if lowered in ("false", "0"):
            return False
        raise ValueError(
            "Could not parse hparam '%s' of type '%s' with value '%s'" % (name, "bool", text)
        )
    if (
        param_type is int
        and re.match(r"^\s*[-+]?\d+\s*$", text) is None
        and float(text) == int(float(text))
    ):
        return int(float(text))
    return param_type(text)


def _end_of_clause(values, position):
    """Behind the comma and the spaces that end a clause: long texts cost too much at once."""
    comma, bracket = values.find(",", position), values.find("[", position)
    if 0 <= bracket < comma:
        comma = values.find(",", max(values.find("]", bracket), position))
    if comma < 0:
        return len(values)
    end = comma + 1
    while end < len(values) and values[end] == " ":
        end += 1
    return end


def _clause(text, rest):
    """A clause's name, index, value, and the text of its values (hparam.PARAM_RE)."""
    text = text.rstrip()
    name, equals, value = text[: len(text) - text.endswith(",")].partition("=")
    named, value = _NAME.match(name), value.strip()
    several = value[:1] == "[" and value[-1:] == "]"
    if not equals or not named or ("[" in value and not several):
        raise ValueError("Malformed hyperparameter value: %s" % rest)
    if several:
        return named.group(1), named.group(3), None, value[1:-1]
    return named.group(1), named.group(3), value, None


def parse_values(values, type_map, ignore_unknown=False):
    results = {}
    position = 0
    while position < len(values):
        end = _end_of_clause(values, position)
        name, index, val, vals = _clause(values[position:end], values[position:])
        position = end
        if name not in type_map:
            if ignore_unknown:
                continue
            raise ValueError("Unknown hyperparameter type for %s" % name)
        param_type = type_map[name]
        if vals is not None:
            found = [
                _cast(item.strip(), param_type, name) for item in vals.split(",") if item.strip()
            ]
            if index is not None:
                raise ValueError("Could not parse hparam '%s'" % name)
        else:
            found = _cast(val, param_type, name)
        if index is not None:
            results.setdefault(name, {})[int(index)] = found
        elif name in results:
            raise ValueError("Multiple assignments to variable '%s' in %s" % (name, values))
        else:
            results[name] = found
    return results


class HParams:
    _HAS_DYNAMIC_ATTRIBUTES = True

    def __init__(self, hparam_def=None, model_structure=None, **kwargs):
        self._hparam_types = {}
        self._model_structure = model_structure
        for name, value in kwargs.items():
            self.add_hparam(name, value)

    def add_hparam(self, name, value):
        if hasattr(self, name) and self._hparam_types.get(name) is None:
            raise ValueError("Hyperparameter name is reserved: %s" % name)
        if _scope_lsp.is_known(value) and isinstance(value, (list, tuple)):
            if not value:
                raise ValueError("Multi-valued hyperparameters cannot be empty: %s" % name)
            self._hparam_types[name] = (type(value[0]), True)
        else:
            self._hparam_types[name] = (type(value), False)
        setattr(self, name, value)

    def set_hparam(self, name, value):
        param_type, is_list = self._hparam_types[name]
        if _scope_lsp.is_known(value) and isinstance(value, (list, tuple)):
            if not is_list:
                raise ValueError("Must not pass a list for single-valued parameter: %s" % name)
            value = [_converted(item, param_type, name) for item in value]
        elif is_list and _scope_lsp.is_known(value):
            raise ValueError("Must pass a list for multi-valued parameter: %s." % name)
        else:
            value = _converted(value, param_type, name)
        setattr(self, name, value)

    def del_hparam(self, name):
        if hasattr(self, name):
            delattr(self, name)
            del self._hparam_types[name]

    def parse(self, values):
        if not _scope_lsp.is_known(values):
            return self
        types = {name: kind[0] for name, kind in self._hparam_types.items()}
        return self.override_from_dict(parse_values(values, types))

    def override_from_dict(self, values_dict):
        for name, value in values_dict.items():
            if isinstance(value, dict) and self._hparam_types.get(name, (None, False))[1]:
                items = list(getattr(self, name))
                for index, item in value.items():
                    items[index] = item
                value = items
            self.set_hparam(name, value)
        return self

    def set_model_structure(self, model_structure):
        self._model_structure = model_structure

    def get_model_structure(self):
        return self._model_structure

    def to_json(self, indent=None, separators=None, sort_keys=False):
        values = {name: value for name, value in self.values().items() if not callable(value)}
        return json.dumps(values, indent=indent, separators=separators, sort_keys=sort_keys)

    def parse_json(self, values_json):
        return self.override_from_dict(json.loads(values_json))

    def values(self):
        return {name: getattr(self, name) for name in self._hparam_types}

    def get(self, key, default=None):
        return getattr(self, key) if key in self._hparam_types else default

    def __contains__(self, key):
        return key in self._hparam_types

    def __str__(self):
        return str(sorted(self.values().items()))

    def __repr__(self):
        return "HParams(" + str(self) + ")"


def _converted(value, param_type, name):
    """hparam.cast_to_type_if_compatible, without its errors."""
    if not _scope_lsp.is_known(value) or value is None or param_type is type(None):
        return value
    if isinstance(value, param_type):
        return value
    if param_type is float and isinstance(value, int):
        return float(value)
    return _cast(value, param_type, name) if param_type in (int, float, bool, str) else value
