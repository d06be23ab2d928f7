"""tensorflow.python.ops.metrics_impl: what libraries use of it beside the metrics.

Modelled on ops/metrics_impl.py of TensorFlow 1.15.5.
"""

from tensorflow.metrics import *
from tensorflow.metrics import _streaming_confusion_matrix, metric_variable
