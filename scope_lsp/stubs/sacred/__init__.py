"""Model of Sacred: an experiment's configuration is computed, its functions are filled from it.

How a configuration comes about: sacred/initialize.py, `create_run`.
"""

from _launching import choose
from _scope_lsp_host import unknown
from sacred._ingredient import Ingredient
from sacred._run import Run, create_run


class _Settings:
    def __getattr__(self, name):
        return _Settings()

    def __getitem__(self, name):
        return _Settings()

    def __setitem__(self, name, value):
        return None


SETTINGS = _Settings()


class Experiment(Ingredient):
    def __init__(self, name=None, ingredients=(), interactive=False, *args, **kwargs):
        super().__init__(name or "experiment", ingredients)
        self.default_command = None
        self.observers = []
        self.current_run = None
        self.captured_out_filter = None
        self.info = {}

    def main(self, function):
        captured = self.command(function)
        self.default_command = captured.__name__
        return captured

    def automain(self, function):
        captured = self.main(function)
        if function.__module__ == "__main__":
            self.run_commandline()
        return captured

    def run_commandline(self, argv=None):
        if self.default_command is not None:
            return self.run()
        names = list(self.commands)
        return choose([lambda name=name: self.run(name) for name in names])

    def run(
        self,
        command_name=None,
        config_updates=None,
        named_configs=(),
        info=None,
        meta_info=None,
        options=None,
    ):
        made = create_run(self, config_updates, named_configs)
        self.current_run = made
        self.info = made.info
        made.call(self.commands.get(command_name or self.default_command))
        return made

    def run_command(self, command_name, config_updates=None, named_configs=(), *args, **kwargs):
        return self.run(command_name, config_updates, named_configs)

    @property
    def _run(self):
        return self.current_run

    def log_scalar(self, name, value, step=None):
        return None

    def add_artifact(self, filename, *args, **kwargs):
        return None

    def option_hook(self, function):
        return function


def cli_option(*flags, **kwargs):
    return lambda function: function


def host_info_getter(function, name=None):
    return function


def __getattr__(name):
    return unknown("sacred." + name)
