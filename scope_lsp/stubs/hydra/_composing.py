"""A primary configuration and those that its list of defaults names, merged.

The order and the packages are those of Hydra 1.1 without a `version_base`, and of 1.2 with one;
where an older Hydra would put the entries of a group elsewhere, they are found there too.
"""

import re

from _scope_lsp_host import data_text, is_known, unknown, yaml_loads
from hydra.core.config_store import stored
from omegaconf import OmegaConf, set_path
from omegaconf._containers import merged


class _Composing:
    def __init__(self, folder, version_base):
        self.folder = folder
        self.own_last = version_base is None or _is_new(version_base)
        self.choices = {}
        self.is_known = True
        self.is_old = not self.own_last
        self.elsewhere = {}

    def read(self, name):
        """The text of a configuration and what it has; None where there is none."""
        text = data_text(self.folder + "/" + name + ".yaml") if is_known(self.folder) else None
        if text is None:
            node = stored(name)
            return "", node
        return text, yaml_loads(text)

    def load(self, name, group):
        """A configuration with its defaults, below the package of its group."""
        text, content = self.read(name)
        if content is None and text:
            content = {}
        if content is None or not is_known(content) or not isinstance(content, dict):
            self.is_known = False
            return {}
        own = {key: value for key, value in content.items() if key != "defaults"}
        result = {}
        has_self = False
        for item in content.get("defaults") or ():
            if item == "_self_":
                has_self = True
                self.is_old = False
                result = merged(result, self._placed(own, text, group))
            else:
                if not has_self and not self.own_last:
                    has_self = True
                    result = merged(result, self._placed(own, text, group))
                result = merged(result, self._default(item, group))
        if not has_self:
            result = merged(result, self._placed(own, text, group))
        return result

    def _default(self, item, group):
        if isinstance(item, str):
            return self.load(_below(group, item), group)
        for key, option in item.items():
            words = key.split()
            if words[0] == "override" or words[-1].startswith("hydra/"):
                if not words[-1].startswith("hydra/"):
                    self.choices[words[-1]] = option
                return {}
            inner, at, package = _below(group, words[-1]).partition("@")
            option = self.choices.get(inner, option)
            if option is None:
                return {}
            made = {}
            for one in option if isinstance(option, list) else [option]:
                if not isinstance(one, str) or one == "???" or "${" in one:
                    set_path(made, inner.replace("/", "."), unknown("a choice", "cfg." + inner))
                else:
                    found = self.load(inner + "/" + one, package.replace(".", "/") or inner)
                    made = merged(made, found)
            return made
        return {}

    def _placed(self, own, text, group):
        """What a file has, below its package."""
        header = re.findall(r"# *@package +(\S+)", text[:300])
        package = group.replace("/", ".")
        last = package.rpartition(".")[2]
        if header and header[0] == "_global_":
            package = ""
        elif header and header[0] == "_name_":
            package = last
        elif header and header[0] != "_group_":
            package = header[0]
        elif not header and package and list(own) == [last] and isinstance(own[last], dict):
            package = ""  # spelled out in the file, as older versions need it
        if not package:
            return own
        made = {}
        set_path(made, package, own)
        if not header and self.is_old:
            self.elsewhere = merged(self.elsewhere, own)
        return made


def _below(group, name):
    if name[:1] == "/":
        return name[1:]
    return group + "/" + name if group else name


def _is_new(version_base):
    return is_known(version_base) and version_base not in ("1.0", "1.1")


def composed(folder, config_path, config_name, overrides, version_base):
    """The configuration that the program gets; unknown where its files are not to be had."""
    if config_path is not None and config_path[-5:] in (".yaml", ".yml"):
        config_path, slash, config_name = config_path.rpartition("/")
        config_name = config_name.rpartition(".")[0]
    if config_name is None:
        return OmegaConf.create({})
    if config_path:
        folder = config_path if config_path[:1] == "/" else folder + "/" + config_path
    if config_name[-5:] == ".yaml":
        config_name = config_name[:-5]
    composing = _Composing(folder, version_base)
    values = []
    for override in overrides:
        key, equals, text = override.lstrip("+").partition("=")
        if composing.read(key + "/" + text)[1] is not None:
            composing.choices[key] = text
        else:
            values.append((key, text))
    content = composing.load(config_name, "")
    if not composing.is_known:
        return unknown("a configuration that is not in the workspace", "cfg")
    if composing.is_old:
        for key, value in composing.elsewhere.items():
            if key not in content:
                content[key] = value
    for key, text in values:
        set_path(content, key, yaml_loads(text))
    return OmegaConf.create(content)
