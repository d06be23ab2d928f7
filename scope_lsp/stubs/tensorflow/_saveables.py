"""What a saver asks of objects that are no variables.

Modelled on training/saving/saveable_object.py and training/saver.py of TensorFlow 1.15.5.
"""

import _scope_lsp


class SaveSpec:
    def __init__(self, tensor, slice_spec, name, dtype=None, device=None):
        self._tensor = tensor
        self.slice_spec = slice_spec
        self.name = name
        made_later = _scope_lsp.is_known(tensor) and callable(tensor)
        self.dtype = dtype if made_later else tensor.dtype
        self.device = device if made_later else tensor.device

    @property
    def tensor(self):
        if _scope_lsp.is_known(self._tensor) and callable(self._tensor):
            return self._tensor()
        return self._tensor


class SaveableObject:
    def __init__(self, op, specs, name):
        self.op = op
        self.specs = specs
        self.name = name

    @property
    def optional_restore(self):
        return False

    @property
    def device(self):
        return self.specs[0].device

    def restore(self, restored_tensors, restored_shapes):
        raise ValueError("Calling an abstract method.")


class _OfVariable(SaveableObject):
    """What saves a variable, of either kind."""

    def __init__(self, var, slice_spec, name):
        spec = SaveSpec(var, slice_spec, name, dtype=var.dtype)
        super().__init__(var, [spec], name)

    def restore(self, restored_tensors, restored_shapes):
        return _scope_lsp.unknown("an op that restores a variable")


class BaseSaverBuilder:
    SaveSpec = SaveSpec
    SaveableObject = SaveableObject
    VariableSaveable = ResourceVariableSaveable = _OfVariable
