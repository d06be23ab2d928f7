"""A configuration of several files."""

import hydra
import tensorflow as tf
from omegaconf import DictConfig, OmegaConf


def build(layers, kind):
    for i in range(layers):
        tf.get_variable("%s_%d" % (kind, i), [layers])


@hydra.main(config_path="hydra_conf", config_name="config")
def main(cfg: DictConfig) -> None:
    build(**cfg.model)
    tf.get_variable(cfg.name, list(cfg.sizes))
    tf.get_variable("w", [cfg.double, cfg["data"]["size"], cfg.batch])
    tf.get_variable("get_%s" % cfg.get("no", "default"), [cfg.nested.inner.relative])
    tf.get_variable("contained", [len(OmegaConf.to_container(cfg.model)), "must" in cfg])
    tf.get_variable("made", [1], initializer=hydra.utils.instantiate(cfg.made))
    for key, value in cfg.model.items():
        tf.get_variable("%s_is_%s" % (key, value), [1])


if __name__ == "__main__":
    main()
