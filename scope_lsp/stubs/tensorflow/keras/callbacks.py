"""`tf.keras.callbacks`: classes that a program may derive from; they make nothing that has a name."""

from tensorflow._unmodelled import lookup as _lookup


class Callback:
    def __init__(self, *args, **kwargs):
        self.validation_data = None
        self.model = None
        self.params = None

    def set_params(self, params):
        self.params = params

    def set_model(self, model):
        self.model = model


class ModelCheckpoint(Callback):
    pass


class EarlyStopping(Callback):
    pass


class TensorBoard(Callback):
    pass


class LearningRateScheduler(Callback):
    pass


class ReduceLROnPlateau(Callback):
    pass


class LambdaCallback(Callback):
    pass


class CSVLogger(Callback):
    pass


class TerminateOnNaN(Callback):
    pass


class RemoteMonitor(Callback):
    pass


class BaseLogger(Callback):
    pass


class ProgbarLogger(Callback):
    pass


class History(Callback):
    pass


def __getattr__(name):
    return _lookup("keras.callbacks." + name)
