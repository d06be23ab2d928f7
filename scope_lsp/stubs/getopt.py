"""Model of ``getopt``: splits arguments into options and the rest."""


class GetoptError(Exception):
    def __init__(self, msg, opt=""):
        self.msg = msg
        self.opt = opt
        Exception.__init__(self, msg, opt)

    def __str__(self):
        return self.msg


error = GetoptError


def _long(argument, rest, names, found):
    name, equals, value = argument.partition("=")
    fitting = [one for one in names if one.startswith(name)]
    exact = [one for one in fitting if one in (name, name + "=")]
    if not fitting:
        raise GetoptError("option --%s not recognized" % name, name)
    if not exact and len(fitting) > 1:
        raise GetoptError("option --%s not a unique prefix" % name, name)
    meant = (exact or fitting)[0]
    takes = meant.endswith("=")
    meant = meant.rstrip("=")
    if takes and not equals:
        if not rest:
            raise GetoptError("option --%s requires argument" % meant, meant)
        value, rest = rest[0], rest[1:]
    elif equals and not takes:
        raise GetoptError("option --%s must not have an argument" % meant, meant)
    found.append(("--" + meant, value))
    return rest


def _short(letters, rest, known, found):
    while letters:
        letter, letters = letters[0], letters[1:]
        if letter == ":" or letter not in known:
            raise GetoptError("option -%s not recognized" % letter, letter)
        value = ""
        if known.startswith(":", known.index(letter) + 1):
            if not letters:
                if not rest:
                    raise GetoptError("option -%s requires argument" % letter, letter)
                letters, rest = rest[0], rest[1:]
            value, letters = letters, ""
        found.append(("-" + letter, value))
    return rest


def _one(args, shortopts, longopts, found):
    if args[0].startswith("--"):
        return _long(args[0][2:], args[1:], longopts, found=found)
    return _short(args[0][1:], args[1:], shortopts, found=found)


def getopt(args, shortopts, longopts=[]):
    longopts = [longopts] if isinstance(longopts, str) else list(longopts)
    found = []
    while args and args[0].startswith("-") and args[0] != "-":
        if args[0] == "--":
            args = args[1:]
            break
        args = _one(args, shortopts, longopts, found)
    return found, args


def gnu_getopt(args, shortopts, longopts=[]):
    longopts = [longopts] if isinstance(longopts, str) else list(longopts)
    in_order = shortopts.startswith("+")
    shortopts = shortopts.lstrip("+")
    found, rest = [], []
    while args:
        if args[0] == "--":
            return found, rest + args[1:]
        if args[0].startswith("-") and args[0] != "-":
            args = _one(args, shortopts, longopts, found)
        elif in_order:
            return found, rest + args
        else:
            rest, args = rest + args[:1], args[1:]
    return found, rest
