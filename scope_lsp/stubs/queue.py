"""Model of ``queue``: what one thread puts in, any gets; an empty queue gives something unknown."""

from _scope_lsp_host import unknown


class Empty(Exception):
    pass


class Full(Exception):
    pass


class Queue:
    def __init__(self, maxsize=0):
        self.maxsize = maxsize
        self.queue = []

    def put(self, item, block=True, timeout=None):
        self.queue.append(item)

    def put_nowait(self, item):
        self.put(item)

    def get(self, block=True, timeout=None):
        if not self.queue:
            return unknown("what another thread puts into a queue")
        return self._take()

    def get_nowait(self):
        return self.get(False)

    def _take(self):
        return self.queue.pop(0)

    def qsize(self):
        return len(self.queue)

    def empty(self):
        return not self.queue

    def full(self):
        return 0 < self.maxsize <= len(self.queue)

    def task_done(self):
        return None

    def join(self):
        return None


class LifoQueue(Queue):
    def _take(self):
        return self.queue.pop()


class PriorityQueue(Queue):
    def put(self, item, block=True, timeout=None):
        self.queue.append(item)
        self.queue.sort()


SimpleQueue = Queue
