"""Sacred's observers, which write down what a run does."""

from _scope_lsp_host import unknown


class RunObserver:
    priority = 0

    def __init__(self, *args, **kwargs):
        pass

    @classmethod
    def create(cls, *args, **kwargs):
        return cls()


FileStorageObserver = MongoObserver = SlackObserver = TelegramObserver = SqlObserver = RunObserver
TinyDbObserver = S3Observer = GoogleCloudStorageObserver = QueuedMongoObserver = RunObserver


def __getattr__(name):
    return unknown("sacred.observers." + name)
