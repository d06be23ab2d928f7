"""Model of OmegaConf: configurations as attributes, with interpolations, out of texts and files."""

import dataclasses

from _scope_lsp_host import data_text, is_known, unknown, yaml_loads
from omegaconf._containers import MISSING, Container, DictConfig, ListConfig, merged, plain, wrap


class OmegaConfBaseException(Exception):
    pass


class errors:
    OmegaConfBaseException = OmegaConfBaseException
    ConfigAttributeError = ConfigKeyError = MissingMandatoryValue = OmegaConfBaseException


def II(interpolation):
    return "${" + interpolation + "}"


SI = str


def structured(obj):
    """The fields of a dataclass, or of an object of one, as plain containers."""
    if isinstance(obj, type) or dataclasses.is_dataclass(obj):
        found = {}
        for field in dataclasses.fields(obj):
            if not isinstance(obj, type):
                value = getattr(obj, field.name)
            elif field.default is not dataclasses.MISSING:
                value = field.default
            elif field.default_factory is not dataclasses.MISSING:
                value = field.default_factory()
            else:
                value = MISSING
            found[field.name] = structured(value) if _is_structured(value) else value
        return found
    return obj


def _is_structured(value):
    return is_known(value) and dataclasses.is_dataclass(value)


def _source(obj):
    """What `OmegaConf.create` and `merge` take, as plain containers."""
    if isinstance(obj, str):
        return yaml_loads(obj)
    if isinstance(obj, Container):
        return plain(obj)
    if _is_structured(obj):
        return structured(obj)
    return obj


class OmegaConf:
    @staticmethod
    def create(obj=None, parent=None, flags=None):
        source = _source({} if obj is None else obj)
        return wrap(source) if is_known(source) else unknown("a configuration", "cfg")

    @staticmethod
    def structured(obj, *args, **kwargs):
        return OmegaConf.create(obj)

    @staticmethod
    def load(file_):
        text = data_text(file_) if isinstance(file_, str) else None
        if text is None and hasattr(file_, "read"):
            text = file_.read()
        if text is None or not is_known(text):
            return unknown("a configuration file", "cfg")
        return OmegaConf.create(text)

    @staticmethod
    def from_cli(args_list=None):
        if args_list is not None:
            return OmegaConf.from_dotlist(args_list)
        return OmegaConf.create({})

    @staticmethod
    def from_dotlist(dotlist):
        made = {}
        for item in dotlist:
            if not is_known(item):
                return unknown("a configuration", "cfg")
            path, equals, text = item.partition("=")
            set_path(made, path, yaml_loads(text))
        return OmegaConf.create(made)

    @staticmethod
    def merge(*configs):
        made = {}
        for config in configs:
            source = _source(config)
            if not is_known(source):
                return unknown("a configuration that is not wholly known", "cfg")
            made = merged(made, source)
        return wrap(made)

    @staticmethod
    def to_container(cfg, resolve=False, **kwargs):
        return plain(cfg, resolve)

    @staticmethod
    def to_object(cfg):
        return plain(cfg, True)

    @staticmethod
    def to_yaml(cfg, **kwargs):
        return unknown("a configuration as text")

    @staticmethod
    def save(config, f, resolve=False):
        return None

    @staticmethod
    def select(cfg, key, default=None, **kwargs):
        for part in key.split("."):
            if not is_known(cfg):
                return cfg
            if not isinstance(cfg, dict) or part not in cfg:
                return default
            cfg = cfg[part]
        return cfg

    @staticmethod
    def update(cfg, key, value=None, *args, **kwargs):
        parts = key.split(".")
        for part in parts[:-1]:
            if part not in cfg:
                cfg[part] = {}
            cfg = cfg[part]
        cfg[parts[-1]] = value

    @staticmethod
    def is_missing(cfg, key):
        return isinstance(cfg, dict) and dict.get(cfg, key) == MISSING

    @staticmethod
    def is_config(obj):
        return isinstance(obj, Container)

    @staticmethod
    def is_dict(obj):
        return isinstance(obj, DictConfig)

    @staticmethod
    def is_list(obj):
        return isinstance(obj, ListConfig)

    @staticmethod
    def set_struct(conf, value):
        return None

    set_readonly = set_struct

    @staticmethod
    def resolve(cfg):
        return None

    @staticmethod
    def register_resolver(name, resolver, **kwargs):
        return None


def set_path(config, path, value):
    parts = path.split(".")
    for part in parts[:-1]:
        inner = config.get(part)
        if not isinstance(inner, dict):
            inner = config[part] = {}
        config = inner
    config[parts[-1]] = value


class open_dict:
    def __init__(self, config):
        self._config = config

    def __enter__(self):
        return self._config

    def __exit__(self, *exc):
        return None


read_write = open_dict


def __getattr__(name):
    return unknown("omegaconf." + name)
