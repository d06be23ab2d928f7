"""The classes whose public name is one of version 2.

Modelled on estimator/canned/baseline.py of tensorflow_estimator 1.15.
"""

from tensorflow._canned_estimators_v2 import (
    BaselineClassifierV2,
    BaselineEstimatorV2,
    BaselineRegressorV2,
)
