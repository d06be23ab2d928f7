"""Settings of a program in an ``EasyDict`` are known, because names and shapes depend on them."""

from __future__ import annotations

from scope_lsp.analysis.analyze import Snapshot, analyze
from tests.support.patience import patient

PROGRAM = """\
import tensorflow as tf
from easydict import EasyDict as edict

__C = edict()
cfg = __C
__C.NET = edict({"units": 3, "parts": [{"n": 1}, {"n": 2}]})
__C.NET.METHOD = "resize"
__C["scale"] = 4
for part in cfg.NET.parts:
    tf.get_variable("p%d" % part.n, [part["n"]])
if cfg.NET.METHOD == "deconv":
    tf.get_variable("no", [1])
cfg.update({"late": {"x": 5}})
tf.get_variable("%d_%s" % (cfg.scale, "-".join(sorted(cfg))), [cfg.NET["units"], cfg.late.x])
tf.get_variable("has", [len(cfg), "NET" in cfg, cfg.get("none", 7)])
"""


def test_attributes_are_keys() -> None:
    analysis = analyze(Snapshot("/p/model.py", PROGRAM), patient())
    # What TensorFlow 1.15.5 makes of it with easydict 1.9.
    assert [(event.name, event.shape) for event in analysis.variables] == [
        ("p1:0", (1,)),
        ("p2:0", (2,)),
        ("4_NET-late-scale:0", (3, 5)),
        ("has:0", (3, 1, 7)),
    ]
