"""Configurations that a program puts together itself."""

import os
from dataclasses import dataclass, field
from typing import List

import tensorflow as tf
from omegaconf import MISSING, OmegaConf


@dataclass
class Model:
    layers: int = 2
    sizes: List[int] = field(default_factory=lambda: [3, 4])


here = os.path.dirname(os.path.abspath(__file__))
loaded = OmegaConf.load(os.path.join(here, "hydra_conf", "model", "deep.yaml"))
cfg = OmegaConf.merge(
    OmegaConf.create({"a": {"b": 1, "c": 2}, "kept": "${a.b}"}),
    OmegaConf.create("a: {c: 5}\nname: net"),
    loaded,
    OmegaConf.from_dotlist(["a.d=8"]),
)
tf.get_variable("%s_%s" % (cfg.name, cfg.kind), [cfg.a.b, cfg.a.c, cfg.a.d, cfg.layers, cfg.kept])
cfg.a.b = 9
tf.get_variable("later", [cfg.kept, OmegaConf.select(cfg, "a.c")])
model = OmegaConf.structured(Model)
tf.get_variable("model", [model.layers] + [size for size in model.sizes])
