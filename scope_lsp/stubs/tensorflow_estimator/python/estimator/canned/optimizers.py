"""How canned estimators choose optimizers, in the package that has them.

Modelled on estimator/canned/optimizers.py of tensorflow_estimator 1.15.
"""

from tensorflow._canned_estimators import get_optimizer_instance
from tensorflow._canned_models_v2 import get_optimizer_instance_v2
