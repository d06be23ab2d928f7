"""Objects whose attributes checkpoints follow; their names do not depend on it.

Modelled on training/tracking/tracking.py of TensorFlow 1.15.5.
"""


class AutoTrackable:
    pass
