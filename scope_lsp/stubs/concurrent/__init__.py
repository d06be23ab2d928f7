"""Model of ``concurrent``."""
