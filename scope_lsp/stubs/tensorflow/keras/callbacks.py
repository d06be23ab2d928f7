"""`tf.keras.callbacks`: classes that a program may derive from; they make nothing with a name."""

import _scope_lsp

from tensorflow._unmodelled import lookup as _lookup


class Callback:
    def __init__(self):
        self.validation_data = None
        self.model = None
        self.params = None

    def set_params(self, params):
        self.params = params

    def set_model(self, model):
        self.model = model


def _parameters_of_ModelCheckpoint(
    self,
    filepath,
    monitor=None,
    verbose=None,
    save_best_only=None,
    save_weights_only=None,
    mode=None,
    save_freq=None,
    **kwargs,
): ...


class ModelCheckpoint(Callback):
    @_scope_lsp.takes(_parameters_of_ModelCheckpoint)
    def __init__(self, *args, **kwargs):
        Callback.__init__(self)


def _parameters_of_EarlyStopping(
    self,
    monitor=None,
    min_delta=None,
    patience=None,
    verbose=None,
    mode=None,
    baseline=None,
    restore_best_weights=None,
): ...


class EarlyStopping(Callback):
    @_scope_lsp.takes(_parameters_of_EarlyStopping)
    def __init__(self, *args, **kwargs):
        Callback.__init__(self)


def _parameters_of_TensorBoard(
    self,
    log_dir=None,
    histogram_freq=None,
    batch_size=None,
    write_graph=None,
    write_grads=None,
    write_images=None,
    embeddings_freq=None,
    embeddings_layer_names=None,
    embeddings_metadata=None,
    embeddings_data=None,
    update_freq=None,
    profile_batch=None,
): ...


class TensorBoard(Callback):
    @_scope_lsp.takes(_parameters_of_TensorBoard)
    def __init__(self, *args, **kwargs):
        Callback.__init__(self)

    def _write(self):
        """What it writes goes to its writer, which may be the program's own."""
        writer = getattr(self, "writer", None)
        if writer is not None:
            _scope_lsp.unknown_code("what is written for TensorBoard", False)(
                writer.add_summary, writer.flush
            )

    def on_batch_end(self, batch, logs=None):
        self._write()

    on_train_batch_end = on_test_batch_end = on_batch_end

    def on_epoch_end(self, epoch, logs=None):
        self._write()


class LearningRateScheduler(Callback):
    @_scope_lsp.takes(lambda self, schedule, verbose=None: 0)
    def __init__(self, *args, **kwargs):
        Callback.__init__(self)


def _parameters_of_ReduceLROnPlateau(
    self,
    monitor=None,
    factor=None,
    patience=None,
    verbose=None,
    mode=None,
    min_delta=None,
    cooldown=None,
    min_lr=None,
    **kwargs,
): ...


class ReduceLROnPlateau(Callback):
    @_scope_lsp.takes(_parameters_of_ReduceLROnPlateau)
    def __init__(self, *args, **kwargs):
        Callback.__init__(self)


def _parameters_of_LambdaCallback(
    self,
    on_epoch_begin=None,
    on_epoch_end=None,
    on_batch_begin=None,
    on_batch_end=None,
    on_train_begin=None,
    on_train_end=None,
    **kwargs,
): ...


class LambdaCallback(Callback):
    @_scope_lsp.takes(_parameters_of_LambdaCallback)
    def __init__(self, *args, **kwargs):
        Callback.__init__(self)


class CSVLogger(Callback):
    @_scope_lsp.takes(lambda self, filename, separator=None, append=None: 0)
    def __init__(self, *args, **kwargs):
        Callback.__init__(self)


class TerminateOnNaN(Callback):
    pass


class RemoteMonitor(Callback):
    @_scope_lsp.takes(
        lambda self, root=None, path=None, field=None, headers=None, send_as_json=None: 0
    )
    def __init__(self, *args, **kwargs):
        Callback.__init__(self)


class BaseLogger(Callback):
    @_scope_lsp.takes(lambda self, stateful_metrics=None: 0)
    def __init__(self, *args, **kwargs):
        Callback.__init__(self)


class ProgbarLogger(Callback):
    @_scope_lsp.takes(lambda self, count_mode=None, stateful_metrics=None: 0)
    def __init__(self, *args, **kwargs):
        Callback.__init__(self)


class History(Callback):
    pass


def __getattr__(name):
    return _lookup("keras.callbacks." + name)
