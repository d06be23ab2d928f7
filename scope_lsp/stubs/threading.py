"""Model of ``threading``: a thread runs when it is started, to its end."""

from _scope_lsp_host import run_in_thread, unknown


class Thread:
    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        self._target = target
        self._args = args
        self._kwargs = {} if kwargs is None else kwargs
        self.name = name
        self.daemon = daemon
        self.ident = None

    def start(self):
        self.ident = 2

        def run():
            _running.append(self)
            try:
                self.run()
            finally:
                _running.pop()

        run_in_thread(self, run)

    def run(self):
        if self._target is not None:
            self._target(*self._args, **self._kwargs)

    def join(self, timeout=None):
        return None

    def is_alive(self):
        return False

    isAlive = is_alive

    def setDaemon(self, daemonic):
        self.daemon = daemonic

    def getName(self):
        return self.name


class Lock:
    def acquire(self, blocking=True, timeout=-1):
        return True

    def release(self):
        return None

    def locked(self):
        return False

    def __enter__(self):
        return True

    def __exit__(self, *exc):
        return None


class RLock(Lock):
    pass


class Semaphore(Lock):
    def __init__(self, value=1):
        pass


class BoundedSemaphore(Semaphore):
    pass


class Condition(Lock):
    def __init__(self, lock=None):
        pass

    def wait(self, timeout=None):
        return True

    def notify(self, n=1):
        return None

    def notify_all(self):
        return None


class Event:
    def __init__(self):
        self._flag = False

    def is_set(self):
        return self._flag

    isSet = is_set

    def set(self):
        self._flag = True

    def clear(self):
        self._flag = False

    def wait(self, timeout=None):
        return True


class local:
    pass


class Timer(Thread):
    def __init__(self, interval, function, args=None, kwargs=None):
        Thread.__init__(self, target=function, args=args or (), kwargs=kwargs)

    def cancel(self):
        return None


class Barrier:
    def __init__(self, parties, action=None, timeout=None):
        self.parties = parties

    def wait(self, timeout=None):
        return 0


class _Main(Thread):
    pass


_main = _Main(name="MainThread")
_main.ident = 1
_running = [_main]


def current_thread():
    return _running[-1]


currentThread = current_thread


def main_thread():
    return _main


def get_ident():
    return _running[-1].ident


def active_count():
    return 1


def enumerate():
    return [_main]


def __getattr__(name):
    return unknown("threading." + name)
