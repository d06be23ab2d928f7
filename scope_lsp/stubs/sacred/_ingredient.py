"""Ingredients: configurations, commands, and functions that are filled from a configuration."""

import json
from functools import update_wrapper

import yaml
from _scope_lsp_host import data_text, is_known, option, signature, unknown

_SPECIAL = ("_config", "_run", "_log", "_seed", "_rnd")


class Logger:
    def __getattr__(self, name):
        return lambda *args, **kwargs: None


class Ingredient:
    def __init__(self, path, ingredients=(), interactive=False, *args, **kwargs):
        self.path = path
        self.ingredients = list(ingredients)
        self.configurations = []
        self.named_configs = {}
        self.config_hooks = []
        self.pre_run_hooks = []
        self.post_run_hooks = []
        self.commands = {}
        self.logger = Logger()
        self.doc = None
        self.filled_from = {}
        """What captured functions get: empty while nothing runs."""
        self.run_of = None

    def capture(self, function=None, prefix=None):
        if function is None:
            return lambda function: self.capture(function, prefix=prefix)

        def captured(*args, **kwargs):
            return function(*args, **self._filled(function, args, kwargs, prefix=prefix))

        return update_wrapper(captured, function)

    def _filled(self, function, args, kwargs, prefix):
        """The keyword arguments of a call, with what the configuration has for the others."""
        config = get_path(self.filled_from, prefix)
        filled = dict(kwargs)
        parameters = signature(function)
        if not is_known(parameters):
            return filled
        for name, kind, has, default in parameters[len(args) :]:
            if name in filled or kind == 2 or kind == 4:
                continue
            if name in _SPECIAL:
                filled[name] = self._special(name, config)
            elif not is_known(config):
                filled[name] = unknown("a configuration that is not known", name)
            elif name in config:
                filled[name] = option(config[name], name)
            elif not has:
                filled[name] = unknown("an entry that the configuration lacks", name)
        return filled

    def _special(self, name, config):
        if name == "_config":
            return config
        if name == "_run":
            return self.run_of
        if name == "_log":
            return self.logger
        return unknown("a random seed", name)

    def pre_run_hook(self, func, prefix=None):
        hook = self.capture(func, prefix=prefix)
        self.pre_run_hooks.append(hook)
        return hook

    def post_run_hook(self, func, prefix=None):
        hook = self.capture(func, prefix=prefix)
        self.post_run_hooks.append(hook)
        return hook

    def command(self, function=None, prefix=None, unobserved=False):
        if function is None:
            return lambda function: self.command(function, prefix=prefix)
        captured = self.capture(function, prefix=prefix)
        self.commands[function.__name__] = captured
        return captured

    def config(self, function):
        self.configurations.append(function)
        return function

    def named_config(self, func):
        self.named_configs[func.__name__] = func
        return func

    def config_hook(self, func):
        self.config_hooks.append(func)
        return func

    def add_config(self, cfg_or_file=None, **kw_conf):
        self.configurations.append(_read(cfg_or_file, kw_conf))

    def add_named_config(self, name, cfg_or_file=None, **kw_conf):
        self.named_configs[name] = _read(cfg_or_file, kw_conf)

    def _nothing(self, *args, **kwargs):
        return None

    add_source_file = add_package_dependency = add_resource = _nothing

    def open_resource(self, filename, mode="r"):
        return open(filename)

    def post_process_name(self, name, ingredient):
        return name

    def traverse_ingredients(self):
        yield self, 0
        for ingredient in self.ingredients:
            for inner, depth in ingredient.traverse_ingredients():
                yield inner, depth + 1


def _read(cfg_or_file, kw_conf):
    """A configuration that is given as a dict, as a file or by keywords."""
    if cfg_or_file is None:
        return kw_conf
    if not isinstance(cfg_or_file, str):
        return cfg_or_file
    text = data_text(cfg_or_file)
    if text is None or not is_known(text):
        return unknown("a configuration file")
    if cfg_or_file.endswith(".json"):
        return json.loads(text)
    return yaml.safe_load(text)


def get_path(config, path):
    """What a configuration has under a dotted path; an empty dict where there is nothing."""
    for part in path.split(".") if path else ():
        if not is_known(config) or part not in config:
            return {}
        config = config[part]
    return config
