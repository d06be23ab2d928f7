"""How a value of ``configparser`` may name other values: ``%(name)s`` and ``${section:name}``."""

from configparser._errors import InterpolationMissingOptionError, InterpolationSyntaxError

MAX_INTERPOLATION_DEPTH = 10


class Interpolation:
    def before_get(self, parser, section, option, value, defaults):
        return value


class _References(Interpolation):
    """References between ``_opening`` and ``_closing``; ``_escape`` twice is that character."""

    def before_get(self, parser, section, option, value, defaults):
        for _ in range(MAX_INTERPOLATION_DEPTH):
            if not isinstance(value, str) or self._opening not in value:
                break
            parts = value.replace(self._escape * 2, "\0").split(self._opening)
            value = parts[0]
            for part in parts[1:]:
                name, closed, rest = part.partition(self._closing)
                if not closed:
                    raise InterpolationSyntaxError(
                        option,
                        section,
                        "bad interpolation variable reference %r" % (self._opening + part),
                    )
                value += self._found(parser, section, option, name=name, defaults=defaults) + rest
            value = value.replace("\0", self._escape * 2)
        if isinstance(value, str):
            return value.replace(self._escape * 2, self._escape)
        return value

    def _found(self, parser, section, option, name, defaults):
        name = parser.optionxform(name)
        if name not in defaults:
            raise InterpolationMissingOptionError(
                option, section, "Bad value substitution: option %r" % option
            )
        return defaults[name]


class BasicInterpolation(_References):
    _opening = "%("
    _closing = ")s"
    _escape = "%"


class ExtendedInterpolation(_References):
    _opening = "${"
    _closing = "}"
    _escape = "$"

    def _found(self, parser, section, option, name, defaults):
        other, _, key = name.rpartition(":")
        if other:
            return parser.get(other, parser.optionxform(key), raw=True)
        return super()._found(parser, section, option, name=name, defaults=defaults)
