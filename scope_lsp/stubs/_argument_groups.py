"""Groups of arguments of ``argparse``: what they are given, their parser has."""


class Group:
    def __init__(self, parser, required=False):
        self._parser = parser
        self._required = required
        self._own = []

    def add_argument(self, *args, **kwargs):
        made = self._parser.add_argument(*args, **kwargs)
        if self._required:  # one of them must be given: that is known if all mean the same
            self._own.append(made)
            is_one = all(action.dest == made.dest for action in self._own)
            for action in self._own:
                action.required = is_one
                action.one_of = None if is_one else self._own
        return made

    def add_mutually_exclusive_group(self, required=False):
        return Group(self._parser, required)

    def add_argument_group(self, *args, **kwargs):
        return Group(self._parser)

    def set_defaults(self, **kwargs):
        self._parser.set_defaults(**kwargs)
