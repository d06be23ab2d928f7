"""`tf.keras.applications.resnet_v2`."""

from tensorflow.keras.applications.imagenet_utils import decode_predictions, of_mode
from tensorflow.keras.applications.resnet import ResNet50V2, ResNet101V2, ResNet152V2

preprocess_input = of_mode("tf")
