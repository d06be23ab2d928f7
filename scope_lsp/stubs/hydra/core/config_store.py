"""The store of configurations that programs write in Python."""

_nodes = {}


class ConfigStore:
    @staticmethod
    def instance(*args, **kwargs):
        return ConfigStore()

    def store(self, name, node, group=None, package=None, provider=None):
        _nodes[group + "/" + name if group else name] = node


def stored(name):
    """What was stored, as plain containers; None where nothing was."""
    from omegaconf import OmegaConf  # few programs need it

    if name not in _nodes:
        return None
    return OmegaConf.to_container(OmegaConf.create(_nodes[name]))
