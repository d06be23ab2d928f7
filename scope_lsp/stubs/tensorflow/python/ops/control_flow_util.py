"""tensorflow.python.ops.control_flow_util: where ops are being made.

Modelled on ops/control_flow_util.py of TensorFlow 1.15.5.
"""

from tensorflow._control_flow_contexts import (
    GetContainingWhileContext,
    GetContainingXLAContext,
    GraphOrParentsInXlaContext,
)

InXlaContext = GraphOrParentsInXlaContext
