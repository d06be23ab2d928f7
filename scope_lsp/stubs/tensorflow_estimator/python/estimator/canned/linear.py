"""The classes whose public name is one of version 2.

Modelled on estimator/canned/linear.py of tensorflow_estimator 1.15.
"""

from tensorflow._canned_estimators_v2 import (
    LinearClassifierV2,
    LinearEstimatorV2,
    LinearRegressorV2,
)
