"""A run: the configurations of all ingredients in their order, then the hooks and the command."""

from _scope_lsp_host import function_locals, is_known, kind_of, signature, unknown
from sacred._ingredient import get_path

NOTHING = {}


class Run:
    def __init__(self, experiment, ingredients, config):
        self.experiment = experiment
        self.ingredients = ingredients
        self.config = config
        self.info = {}
        self.meta_info = {}
        self.experiment_info = {"name": experiment.path}
        self.host_info = {}
        self.observers = experiment.observers
        self.result = None
        self.status = None
        self.run_logger = experiment.logger

    def call(self, command):
        for ingredient in self.ingredients:
            for hook in ingredient.pre_run_hooks:
                hook()
        if command is not None:
            self.result = command()
        for ingredient in self.ingredients:
            for hook in ingredient.post_run_hooks:
                hook()

    def _nothing(self, *args, **kwargs):
        return None

    log_scalar = add_artifact = add_resource = _nothing

    def open_resource(self, filename, mode="r"):
        return open(filename)

    @property
    def _id(self):
        return unknown("the number of a run", "_run._id")

    def __getattr__(self, name):
        return unknown("_run." + name, "_run." + name)


def create_run(experiment, config_updates, named_configs):
    ingredients = _sorted(experiment, [])
    updates = _nested(config_updates)
    if isinstance(named_configs, str):
        named_configs = [named_configs]
    configs = {}
    for name in named_configs:
        owner, found = _named(ingredients, experiment, name)
        preset = _evaluate(found, _below(updates, owner, experiment), {}, fallback={})
        if owner is not experiment:
            preset = _nested({owner.path: preset})
        updates = _filled(updates, preset)
    for ingredient in ingredients:
        fixed = _below(updates, ingredient, experiment)
        fallback = {"_log": ingredient.logger}
        for other in _sorted(ingredient, [])[:-1]:
            _set_path(fallback, other.path, configs[other.path])
        config = {}
        for scope in ingredient.configurations:
            config = _evaluate(scope, fixed, config, fallback=fallback)
        if not ingredient.configurations:
            config = _filled({}, fixed)
        configs[ingredient.path] = config
        for hook in ingredient.config_hooks:
            changes = hook(_whole(ingredient, configs), None, ingredient.logger)
            if is_known(changes) and changes:
                config.update(changes)
    if is_known(configs[experiment.path]):
        configs[experiment.path].setdefault("seed", unknown("a random seed", "seed"))
    run = Run(experiment, ingredients, _whole(experiment, configs))
    for ingredient in ingredients:
        ingredient.filled_from = _whole(ingredient, configs)
        ingredient.run_of = run
    return run


def _sorted(ingredient, found):
    """Those that others build on come first."""
    for inner in ingredient.ingredients:
        _sorted(inner, found)
    if ingredient not in found:
        found.append(ingredient)
    return found


def _named(ingredients, experiment, name):
    owner, dot, rest = name.rpartition(".")
    for ingredient in ingredients:
        if dot and ingredient.path == owner:
            return ingredient, ingredient.named_configs.get(rest, NOTHING)
    return experiment, experiment.named_configs.get(name, NOTHING)


def _evaluate(scope, fixed, config, fallback):
    """One more configuration on top of what there is (config/config_scope.py)."""
    if not is_known(config):
        return config
    if kind_of(scope) == "function":
        given = {}
        borrowed = []
        for name, kind, has, default in signature(scope):
            if name in config:
                given[name] = config[name]
            elif name in fallback:
                given[name] = fallback[name]
                borrowed.append(name)
            elif name not in fixed:
                given[name] = unknown("an entry that the configuration lacks", name)
        found = function_locals(scope, given, fixed)
        if not is_known(found):
            return found
        for name in borrowed:
            found.pop(name, None)
        return _filled(found, config)
    if not is_known(scope):
        return unknown("a configuration that is not known")
    return _filled(_overridden(scope, fixed), config)


def _filled(config, others):
    """What `others` have and `config` has not is added."""
    made = dict(config)
    for name, value in others.items():
        if name not in made:
            made[name] = value
        elif isinstance(made[name], dict) and isinstance(value, dict):
            made[name] = _filled(made[name], value)
    return made


def _overridden(config, fixed):
    return _filled(fixed, config)


def _nested(updates):
    """Updates may be written with dots: `{"data.size": 3}`."""
    made = {}
    for name, value in (updates or {}).items():
        inner = made
        parts = name.split(".")
        for part in parts[:-1]:
            inner = inner.setdefault(part, {})
        if isinstance(value, dict):
            value = _filled(_nested(value), inner.get(parts[-1], {}))
        inner[parts[-1]] = value
    return made


def _below(updates, ingredient, experiment):
    """The part of the updates that is for one ingredient."""
    if ingredient is not experiment:
        return get_path(updates, ingredient.path)
    paths = [inner.path.split(".")[0] for inner in _sorted(experiment, [])[:-1]]
    return {name: updates[name] for name in updates if name not in paths}


def _whole(ingredient, configs):
    """A configuration with those of all ingredients below it, each under its path."""
    config = configs[ingredient.path]
    if not is_known(config):
        return config
    made = dict(config)
    for inner in _sorted(ingredient, [])[:-1]:
        if inner.path in configs:
            _set_path(made, inner.path, configs[inner.path])
    return made


def _set_path(config, path, value):
    parts = path.split(".")
    for part in parts[:-1]:
        config = config.setdefault(part, {})
    config[parts[-1]] = value
