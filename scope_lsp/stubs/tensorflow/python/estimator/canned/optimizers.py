"""How canned estimators choose optimizers.

Modelled on estimator/canned/optimizers.py of tensorflow_estimator 1.15.
"""

from tensorflow._canned_estimators import get_optimizer_instance
