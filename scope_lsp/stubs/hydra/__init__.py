"""Model of Hydra: the decorated function gets the configuration of the workspace's files."""

import functools

from _scope_lsp_host import is_known, unknown
from hydra import utils
from hydra._composing import composed


def main(config_path=None, config_name=None, version_base="1.1", strict=None):
    def main_decorator(task_function):
        def decorated_main(cfg_passthrough=None):
            if cfg_passthrough is not None:
                return task_function(cfg_passthrough)
            return task_function(
                composed(
                    _folder_of(task_function),
                    config_path,
                    config_name,
                    overrides=[],
                    version_base=version_base,
                )
            )

        return functools.update_wrapper(decorated_main, task_function)

    return main_decorator


def _folder_of(function):
    import sys  # few programs need it

    module = sys.modules[function.__module__]
    return module.__file__.rpartition("/")[0] if is_known(module) else unknown("a folder")


class _Initialized:
    config_path = None
    version_base = "1.1"


class initialize:
    def __init__(self, config_path=None, job_name=None, version_base="1.1", **kwargs):
        _Initialized.config_path = config_path
        _Initialized.version_base = version_base

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        return None


class initialize_config_dir(initialize):
    def __init__(self, config_dir=None, job_name=None, version_base="1.1", **kwargs):
        super().__init__(config_dir, job_name, version_base)


def compose(config_name=None, overrides=[], *args, **kwargs):
    import __main__  # the program that is run

    folder = __main__.__file__.rpartition("/")[0]
    initialized = _Initialized
    return composed(
        folder,
        initialized.config_path,
        config_name,
        overrides=overrides,
        version_base=initialized.version_base,
    )


def __getattr__(name):
    return unknown("hydra." + name)
