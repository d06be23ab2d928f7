"""Model of ``gc``: memory is of no account here."""


def collect(generation=2):
    return 0


def enable():
    return None


disable = freeze = unfreeze = enable


def isenabled():
    return True


def get_debug():
    return 0


def set_debug(flags):
    return None


def get_threshold():
    return (700, 10, 10)


def set_threshold(threshold0, *more):
    return None


garbage = []
callbacks = []
DEBUG_STATS = 1
DEBUG_COLLECTABLE = 2
DEBUG_UNCOLLECTABLE = 4
DEBUG_SAVEALL = 32
DEBUG_LEAK = 38
