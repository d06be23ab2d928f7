"""What describes a saver (core/protobuf/saver.proto of TensorFlow 1.15.5)."""

import _scope_lsp


class SaverDef:
    LEGACY = 0
    V1 = 1
    V2 = 2

    @_scope_lsp.takes(None)  # a message of protobuf, which has all its fields
    def __new__(cls, **fields):
        return _scope_lsp.unknown("a SaverDef")
