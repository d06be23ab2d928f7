"""`keras.legacy`: the decorators that translate the arguments of Keras 1, and its layers."""

import _scope_lsp

from keras._old_names import unchanged

_INTERFACES = "legacy_add_weight_support legacy_get_updates_support generate_legacy_interface legacy_model_constructor_support".split()


class interfaces:
    """keras.legacy.interfaces."""

    @staticmethod
    def generate_legacy_interface(*args, **kwargs):
        return unchanged

    @staticmethod
    def generate_legacy_method_interface(*args, **kwargs):
        return unchanged


for _name in "add_weight get_updates dense dropout embedding pooling1d prelu gaussiannoise recurrent gaussiandropout pooling2d pooling3d global_pooling upsampling1d upsampling2d upsampling3d conv1d conv2d separable_conv2d deconv2d batchnorm zeropadding2d zeropadding3d cropping2d cropping3d spatialdropout1d spatialdropoutNd lambda convlstm2d generator_methods model_constructor input merge cropping".split():
    setattr(interfaces, "legacy_" + _name + "_support", staticmethod(unchanged))


def __getattr__(name):
    if name in ("layers", "models"):
        return __import__("keras." + name, None, None, ["*"])
    if name[:2] == "__":
        raise AttributeError(name)
    return getattr(interfaces, name, None) or _scope_lsp.unknown_code("keras.legacy." + name + " is not modelled", False)
