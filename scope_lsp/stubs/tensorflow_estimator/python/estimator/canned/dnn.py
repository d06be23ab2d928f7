"""The classes whose public name is one of version 2.

Modelled on estimator/canned/dnn.py of tensorflow_estimator 1.15.
"""

from tensorflow._canned_estimators_v2 import (
    DNNClassifierV2,
    DNNEstimatorV2,
    DNNRegressorV2,
)
