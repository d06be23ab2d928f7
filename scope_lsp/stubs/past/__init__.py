"""Model of ``past``."""
