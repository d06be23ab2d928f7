"""Model of ``configparser``, and of Python 2's ``ConfigParser``.

Files of the workspace are read.  If one that the program reads cannot be, everything that is asked
of the parser is unknown.  If one is missing, the program has its defaults; an option without a
default is unknown, as if the file existed.  Nothing is written.
"""

from _scope_lsp_host import data_text, ini_sections, is_known, is_missing, unknown
import os
from collections.abc import MutableMapping
from configparser._errors import *
from configparser._interpolation import *

DEFAULTSECT = "DEFAULT"
_UNSET = object()
_BOOLEANS = {
    "1": True,
    "yes": True,
    "true": True,
    "on": True,
    "0": False,
    "no": False,
    "false": False,
    "off": False,
}


class SectionProxy(MutableMapping):
    def __init__(self, parser, name):
        self._parser = parser
        self._name = name

    @property
    def parser(self):
        return self._parser

    @property
    def name(self):
        return self._name

    def __getitem__(self, key):
        if self._parser.has_option(self._name, key) is False:
            return self._parser._lacks(KeyError(key))
        return self._parser.get(self._name, key)

    def __setitem__(self, key, value):
        self._parser.set(self._name, key, value)

    def __delitem__(self, key):
        if not self._parser.remove_option(self._name, key):
            raise KeyError(key)

    def __contains__(self, key):
        return self._parser.has_option(self._name, key)

    def __len__(self):
        return len(self.keys())

    def __iter__(self):
        return iter(self.keys())

    def keys(self):
        if self._name == self._parser.default_section:
            return list(self._parser.defaults())
        return self._parser.options(self._name)

    def values(self):
        return [value for _, value in self._parser.items(self._name)]

    def items(self):
        return self._parser.items(self._name)

    def get(self, option, fallback=None, *, raw=False, vars=None, **kwargs):
        return self._parser.get(self._name, option, raw=raw, vars=vars, fallback=fallback)

    def getint(self, option, fallback=None, **kwargs):
        return self._parser.getint(self._name, option, fallback=fallback, **kwargs)

    def getfloat(self, option, fallback=None, **kwargs):
        return self._parser.getfloat(self._name, option, fallback=fallback, **kwargs)

    def getboolean(self, option, fallback=None, **kwargs):
        return self._parser.getboolean(self._name, option, fallback=fallback, **kwargs)

    def __repr__(self):
        return "<Section: %s>" % self._name


class RawConfigParser(MutableMapping):
    _DEFAULT_INTERPOLATION = Interpolation()

    def __init__(
        self,
        defaults=None,
        dict_type=dict,
        allow_no_value=False,
        *,
        delimiters=("=", ":"),
        comment_prefixes=("#", ";"),
        inline_comment_prefixes=None,
        strict=True,
        empty_lines_in_values=True,
        default_section=DEFAULTSECT,
        interpolation=_UNSET,
        converters=None,
    ):
        self._syntax = {
            "delimiters": delimiters,
            "comment_prefixes": comment_prefixes,
            "inline_comment_prefixes": inline_comment_prefixes,
            "allow_no_value": allow_no_value,
            "empty_lines_in_values": empty_lines_in_values,
        }
        self.default_section = default_section
        self._interpolation = (
            self._DEFAULT_INTERPOLATION if interpolation is _UNSET else interpolation
        ) or Interpolation()
        self._sections = {}
        self._defaults = {}
        self._unread = False
        self._missing = False
        for name, convert in (converters or {}).items():
            setattr(self, "get" + name, self._getter(convert))
        if defaults:
            for key, value in defaults.items():
                self._defaults[self.optionxform(key)] = value

    def _getter(self, convert):
        return lambda section, option, **kwargs: self._converted(
            section, option, convert=convert, kwargs=kwargs
        )

    def _lacks(self, error):
        """Raises an error, unless the option may be in a file that is not here."""
        if not self._missing:
            raise error
        return unknown("an option of a configuration file")

    def optionxform(self, optionstr):
        return optionstr.lower()

    def defaults(self):
        return self._defaults

    def read(self, filenames, encoding=None):
        if isinstance(filenames, (str, bytes, os.PathLike)):
            filenames = [filenames]
        found = []
        for filename in filenames:
            text = data_text(os.fspath(filename)) if is_known(filename) else None
            if text is not None:
                self.read_string(text)
                found.append(filename)
            elif is_missing(filename):
                self._missing = True
            else:
                self._unread = True
        return found

    def read_file(self, f, source=None):
        text = f.read() if hasattr(f, "read") else "".join(f)
        self.read_string(text)

    readfp = read_file

    def read_string(self, string, source="<string>"):
        sections = ini_sections(string, **self._syntax)
        if not is_known(sections):
            self._unread = True
            return
        for name, options in sections:
            if name == self.default_section:
                into = self._defaults
            else:
                into = self._sections.setdefault(name, {})
            for key, value in options:
                into[self.optionxform(key)] = value

    def read_dict(self, dictionary, source="<dict>"):
        for name, options in dictionary.items():
            if name != self.default_section:
                self._sections.setdefault(name, {})
            for key, value in options.items():
                self.set(name, key, value if value is None else str(value))

    def sections(self):
        if self._unread:
            return unknown("the sections of a configuration file")
        return list(self._sections)

    def add_section(self, section):
        if self._is_there(section):
            raise DuplicateSectionError(section)
        self._sections[section] = {}

    def has_section(self, section):
        if self._unread:
            return unknown("whether a configuration file has a section")
        return section in self._sections

    def _is_there(self, section):
        return section == self.default_section or section in self._sections

    def _options(self, section):
        if section == self.default_section:
            return self._defaults
        return {**self._defaults, **self._sections[section]}

    def options(self, section):
        if self._unread:
            return unknown("the options of a configuration file")
        if section not in self._sections:
            return self._lacks(NoSectionError(section))
        own = self._sections[section]
        return list(own) + [key for key in self._defaults if key not in own]

    def has_option(self, section, option):
        if self._unread:
            return unknown("whether a configuration file has an option")
        if section and not self._is_there(section):
            return False
        return self.optionxform(option) in self._options(section or self.default_section)

    def get(self, section, option, raw=False, vars=None, fallback=_UNSET):
        if self._unread:
            return unknown("an option of a configuration file")
        if not self._is_there(section):
            return self._lacks(NoSectionError(section)) if fallback is _UNSET else fallback
        found = self._options(section)
        if vars:
            found = {**found, **{self.optionxform(key): value for key, value in vars.items()}}
        name = self.optionxform(option)
        if name not in found:
            return self._lacks(NoOptionError(option, section)) if fallback is _UNSET else fallback
        value = found[name]
        if raw is True or value is None:
            return value
        return self._interpolation.before_get(self, section, option, value=value, defaults=found)

    def _converted(self, section, option, convert, kwargs):
        fallback = kwargs.pop("fallback", _UNSET)
        value = self.get(section, option, fallback=_UNSET if fallback is _UNSET else None, **kwargs)
        if fallback is not _UNSET and value is None:
            return fallback
        return convert(value)

    def getint(self, section, option, **kwargs):
        return self._converted(section, option, convert=int, kwargs=kwargs)

    def getfloat(self, section, option, **kwargs):
        return self._converted(section, option, convert=float, kwargs=kwargs)

    def getboolean(self, section, option, **kwargs):
        return self._converted(section, option, convert=self._convert_to_boolean, kwargs=kwargs)

    def _convert_to_boolean(self, value):
        if is_known(value) and value.lower() not in _BOOLEANS:
            raise ValueError("Not a boolean: %s" % value)
        return _BOOLEANS[value.lower()] if is_known(value) else unknown("a switch")

    def items(self, section=_UNSET, raw=False, vars=None):
        if self._unread:
            return unknown("the options of a configuration file")
        if section is _UNSET:
            return [(name, self[name]) for name in [self.default_section, *self._sections]]
        if not self._is_there(section):
            return self._lacks(NoSectionError(section))
        keys = list(self._defaults)
        keys += [key for key in self._options(section) if key not in self._defaults]
        keys += [key for key in vars or {} if key not in keys]
        return [(key, self.get(section, key, raw=raw, vars=vars)) for key in keys]

    def set(self, section, option, value=None):
        if not section or section == self.default_section:
            self._defaults[self.optionxform(option)] = value
        elif section in self._sections or self._unread or self._missing:
            self._sections.setdefault(section, {})[self.optionxform(option)] = value
        else:
            raise NoSectionError(section)

    def remove_option(self, section, option):
        own = self._defaults if section == self.default_section else self._sections[section]
        return own.pop(self.optionxform(option), _UNSET) is not _UNSET

    def remove_section(self, section):
        return self._sections.pop(section, _UNSET) is not _UNSET

    def write(self, fp, space_around_delimiters=True):
        return None

    def __getitem__(self, key):
        if not (self._is_there(key) or self._unread or self._missing):
            raise KeyError(key)
        return SectionProxy(self, key)

    def __setitem__(self, key, value):
        self._sections[key] = {}
        self.read_dict({key: value})

    def __delitem__(self, key):
        if not self.remove_section(key):
            raise KeyError(key)

    def __contains__(self, key):
        if self._unread:
            return unknown("whether a configuration file has a section")
        return self._is_there(key)

    def __len__(self):
        return len(self._sections) + 1

    def __iter__(self):
        return iter([self.default_section] + self.sections())


class ConfigParser(RawConfigParser):
    _DEFAULT_INTERPOLATION = BasicInterpolation()


SafeConfigParser = ConfigParser


def __getattr__(name):
    return unknown("configparser." + name)
