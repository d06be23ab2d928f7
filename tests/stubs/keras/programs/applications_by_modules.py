import keras_applications as ka
from keras_applications import get_submodules_from_kwargs, imagenet_utils, resnet
from keras_applications.imagenet_utils import _obtain_input_shape
import tensorflow as tf
from tensorflow import keras


def block(x, filters, name, **kwargs):
    backend, layers, models, utils = get_submodules_from_kwargs(kwargs)
    axis = 3 if backend.image_data_format() == "channels_last" else 1
    x = layers.ZeroPadding2D(ka.correct_pad(backend, x, 3), name=name + "_pad")(x)
    x = layers.Conv2D(filters, 3, strides=2, padding="valid", name=name + "_conv")(x)
    return layers.BatchNormalization(axis=axis, name=name + "_bn")(x)


modules = dict(backend=keras.backend, layers=keras.layers, models=keras.models, utils=keras.utils)
net = ka.vgg16.VGG16(weights=None, include_top=False, input_shape=(33, 33, 3), **modules)
x = block(net.output, 5, "after", **modules)
print(x.shape)
deep = resnet.ResNet50(weights=None, include_top=False, input_shape=(64, 64, 3), pooling="avg", **modules)
shape = _obtain_input_shape(None, default_size=224, min_size=32, data_format="channels_last", require_flatten=False)
tf.get_variable("sides", [0 if d is None else d for d in shape])
image = imagenet_utils.preprocess_input(tf.zeros([1, 8, 8, 3]), data_format="channels_last", mode="tf", **modules)
tf.get_variable("image", image.shape.as_list())
try:
    ka.vgg16.VGG16(weights=None)
except AttributeError as error:
    tf.get_variable("no_backend", [])
try:
    get_submodules_from_kwargs({"layer": 1})
except TypeError as error:
    tf.get_variable("other_keyword", [len(str(error))])
