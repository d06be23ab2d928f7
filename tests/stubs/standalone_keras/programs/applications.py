"""Models that come with the package."""

from keras.applications.mobilenet import MobileNet
from keras import applications
from keras.applications import VGG16
from keras.applications.imagenet_utils import preprocess_input
from keras.layers import Dense, GlobalAveragePooling2D, Input
from keras.models import Model

base = MobileNet(alpha=0.25, weights=None, include_top=False, input_shape=(64, 64, 3))
x = GlobalAveragePooling2D()(base.output)
model = Model(base.input, Dense(3)(x))
preprocess_input(base.input)
applications.vgg19.VGG19(weights=None, include_top=False, input_shape=(32, 32, 3))
VGG16(weights=None, include_top=False, input_tensor=Input((32, 32, 3)))
