"""Model of ``future``."""
