"""`tf.keras.applications`: the networks that Keras brings, of random weights or trained ones.

Their modules are loaded when one of them is first asked for; how they are built alike is in
`_building`.  Loading trained weights makes no variables, so `weights` changes no name.

Modelled on the package keras_applications 1.0.8, which TensorFlow 1.15.5 uses.
"""

from tensorflow._unmodelled import lookup as _lookup

_MODULES = (
    "densenet imagenet_utils inception_resnet_v2 inception_v3 mobilenet mobilenet_v2 nasnet "
    "resnet resnet50 resnet_v2"
    " vgg16 vgg19 xception"
).split()
_HOMES = {
    "DenseNet121": "densenet",
    "DenseNet169": "densenet",
    "DenseNet201": "densenet",
    "InceptionResNetV2": "inception_resnet_v2",
    "InceptionV3": "inception_v3",
    "MobileNet": "mobilenet",
    "MobileNetV2": "mobilenet_v2",
    "NASNetLarge": "nasnet",
    "NASNetMobile": "nasnet",
    "ResNet50": "resnet",
    "ResNet101": "resnet",
    "ResNet152": "resnet",
    "ResNet50V2": "resnet_v2",
    "ResNet101V2": "resnet_v2",
    "ResNet152V2": "resnet_v2",
    "VGG16": "vgg16",
    "VGG19": "vgg19",
    "Xception": "xception",
}


def __getattr__(name):
    if name in _MODULES:
        return __import__("tensorflow.keras.applications." + name, fromlist=["*"])
    if name in _HOMES:
        return getattr(
            __import__("tensorflow.keras.applications." + _HOMES[name], fromlist=["*"]), name
        )
    return _lookup("keras.applications." + name)
