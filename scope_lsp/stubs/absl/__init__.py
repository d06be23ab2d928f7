"""Model of ``absl``."""
