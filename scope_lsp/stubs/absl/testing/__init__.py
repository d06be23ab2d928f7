"""Model of ``absl.testing``."""
