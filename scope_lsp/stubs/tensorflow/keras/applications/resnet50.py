"""`tf.keras.applications.resnet50`."""

from tensorflow.keras.applications.imagenet_utils import decode_predictions, preprocess_input
from tensorflow.keras.applications.resnet import ResNet50
