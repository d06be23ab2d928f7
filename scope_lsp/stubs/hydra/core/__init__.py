"""Of `hydra.core` what programs import."""
