"""Model of ``random``: nothing that comes by chance is known."""

from _scope_lsp_host import picked_from, unknown


class Random:
    def __init__(self, seed=None):
        pass

    def seed(self, *args):
        return None

    def getstate(self):
        return unknown("a random state")

    def setstate(self, state):
        return None

    def shuffle(self, x, random=None):
        item = picked_from("an item in random order", x)
        x[:] = [item for _ in range(len(x))]

    def _number(self, *args, **kwargs):
        return unknown("a random number")

    random = randint = randrange = uniform = gauss = normalvariate = triangular = _number
    betavariate = expovariate = gammavariate = lognormvariate = getrandbits = _number
    vonmisesvariate = paretovariate = weibullvariate = _number

    def choice(self, seq):
        return picked_from("a random choice", seq)

    def choices(self, population, weights=None, *, cum_weights=None, k=1):
        return [picked_from("a random choice", population) for _ in range(k)]

    def sample(self, population, k, **kwargs):
        return [picked_from("a random choice", population) for _ in range(k)]


SystemRandom = Random
_random = Random()
seed = _random.seed
getstate = _random.getstate
setstate = _random.setstate
shuffle = _random.shuffle
choice = _random.choice
choices = _random.choices
sample = _random.sample
random = _random.random
randint = _random.randint
randrange = _random.randrange
uniform = _random.uniform
gauss = _random.gauss
normalvariate = _random.normalvariate
triangular = _random.triangular
betavariate = _random.betavariate
expovariate = _random.expovariate
gammavariate = _random.gammavariate
lognormvariate = _random.lognormvariate
getrandbits = _random.getrandbits
