"""The classes whose public name is one of version 2.

Modelled on estimator/canned/dnn_linear_combined.py of tensorflow_estimator 1.15.
"""

from tensorflow._canned_estimators_v2 import (
    DNNLinearCombinedClassifierV2,
    DNNLinearCombinedEstimatorV2,
    DNNLinearCombinedRegressorV2,
)
