"""Model of ``concurrent.futures``: what is submitted runs at once, to its end.

In a pool of several threads each task has one of its own: which of them takes the next task depends
on their speed, and what one finds of another's is never certain.  The tasks of a
pool of processes leave nothing behind in this one but what they return.
"""

from threading import Thread

from _scope_lsp_host import unknown

FIRST_COMPLETED = "FIRST_COMPLETED"
FIRST_EXCEPTION = "FIRST_EXCEPTION"
ALL_COMPLETED = "ALL_COMPLETED"


class CancelledError(Exception):
    pass


class TimeoutError(Exception):
    pass


class BrokenExecutor(RuntimeError):
    pass


class Future:
    def __init__(self):
        self._result = None
        self._exception = None
        self._callbacks = []
        self._state = "PENDING"

    def result(self, timeout=None):
        if self._exception is not None:
            raise self._exception
        return self._result

    def exception(self, timeout=None):
        return self._exception

    def set_result(self, result):
        self._result = result
        self._finish()

    def set_exception(self, exception):
        self._exception = exception
        self._finish()

    def _finish(self):
        self._state = "FINISHED"
        for callback in self._callbacks:
            callback(self)

    def add_done_callback(self, fn):
        if self._state == "FINISHED":
            fn(self)
        else:
            self._callbacks.append(fn)

    def done(self):
        return self._state == "FINISHED"

    def running(self):
        return False

    def cancel(self):
        return False

    def cancelled(self):
        return False


class _Worker(Thread):
    """A thread of a pool: it keeps what is its own from one task to the next."""


class Executor:
    def map(self, fn, *iterables, timeout=None, chunksize=1):
        futures = [self.submit(fn, *args) for args in zip(*iterables)]

        def results():
            for future in futures:
                yield future.result(timeout)

        return results()

    def shutdown(self, wait=True, cancel_futures=False):
        return None

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.shutdown()
        return False


class ThreadPoolExecutor(Executor):
    def __init__(self, max_workers=None, thread_name_prefix="", initializer=None, initargs=()):
        if isinstance(max_workers, int) and max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        self._max_workers = max_workers
        self._initializer = initializer
        self._initargs = initargs
        self._workers = []

    def _worker(self):
        if self._max_workers == 1 and self._workers:
            return self._workers[0]
        worker = _Worker(target=self._initializer, args=self._initargs)
        self._workers.append(worker)
        worker.start()
        return worker

    def submit(self, fn, *args, **kwargs):
        future = Future()

        def task():
            try:
                result = fn(*args, **kwargs)
            except BaseException as error:
                future.set_exception(error)
            else:
                future.set_result(result)

        worker = self._worker()
        worker._target, worker._args, worker._kwargs = task, (), {}
        worker.start()
        return future


class ProcessPoolExecutor(Executor):
    def __init__(self, max_workers=None, mp_context=None, initializer=None, initargs=()):
        pass

    def submit(self, fn, *args, **kwargs):
        future = Future()
        future.set_result(unknown("what another process returns"))
        return future


def as_completed(fs, timeout=None):
    return iter(list(fs))


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    return set(fs), set()


def __getattr__(name):
    return unknown("concurrent.futures." + name)
