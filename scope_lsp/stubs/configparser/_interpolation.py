"""How a value of ``configparser`` may name other values: ``%(name)s`` and ``${section:name}``."""

from configparser._errors import InterpolationMissingOptionError, InterpolationSyntaxError

MAX_INTERPOLATION_DEPTH = 10


class Interpolation:
    def before_get(self, parser, section, option, value, defaults):
        return value


class BasicInterpolation(Interpolation):
    def before_get(self, parser, section, option, value, defaults):
        for _ in range(MAX_INTERPOLATION_DEPTH):
            if not isinstance(value, str) or "%(" not in value:
                break
            parts = value.replace("%%", "\0").split("%(")
            value = parts[0]
            for part in parts[1:]:
                name, closed, rest = part.partition(")s")
                if not closed:
                    raise InterpolationSyntaxError(
                        option, section, "bad interpolation variable reference %r" % ("%(" + part)
                    )
                name = parser.optionxform(name)
                if name not in defaults:
                    raise InterpolationMissingOptionError(
                        option, section, "Bad value substitution: option %r" % option
                    )
                value += defaults[name] + rest
            value = value.replace("\0", "%%")
        return value.replace("%%", "%") if isinstance(value, str) else value


class ExtendedInterpolation(Interpolation):
    def before_get(self, parser, section, option, value, defaults):
        for _ in range(MAX_INTERPOLATION_DEPTH):
            if not isinstance(value, str) or "${" not in value:
                break
            parts = value.replace("$$", "\0").split("${")
            value = parts[0]
            for part in parts[1:]:
                name, closed, rest = part.partition("}")
                if not closed:
                    raise InterpolationSyntaxError(
                        option, section, "bad interpolation variable reference %r" % ("${" + part)
                    )
                where, other, key = name.rpartition(":")
                if other:
                    found = parser.get(where, parser.optionxform(key), raw=True)
                elif parser.optionxform(name) in defaults:
                    found = defaults[parser.optionxform(name)]
                else:
                    raise InterpolationMissingOptionError(
                        option, section, "Bad value substitution: option %r" % option
                    )
                value += found + rest
            value = value.replace("\0", "$$")
        return value.replace("$$", "$") if isinstance(value, str) else value
