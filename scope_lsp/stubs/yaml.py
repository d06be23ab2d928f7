"""Model of PyYAML: a text that is known is read by its safe rules, whatever loader is asked for."""

from _scope_lsp_host import is_known, unknown, yaml_loads


class YAMLError(Exception):
    pass


class Loader:
    pass


SafeLoader = FullLoader = UnsafeLoader = BaseLoader = CLoader = CSafeLoader = CFullLoader = Loader


class Dumper:
    pass


SafeDumper = CDumper = CSafeDumper = Dumper


def safe_load(stream):
    text = stream.read() if hasattr(stream, "read") else stream
    return yaml_loads(text) if is_known(text) else unknown("what a YAML file has")


def load(stream, Loader=None):
    return safe_load(stream)


full_load = unsafe_load = safe_load


def safe_load_all(stream):
    return iter(unknown("the documents of a YAML file"))


load_all = full_load_all = safe_load_all


def dump(data, stream=None, Dumper=None, **kwargs):
    return None if stream is not None else unknown("YAML of a value")


safe_dump = dump


def add_constructor(*args, **kwargs):
    return None


add_representer = add_resolver = add_constructor


def __getattr__(name):
    return unknown("yaml." + name)
