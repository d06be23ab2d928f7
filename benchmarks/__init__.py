"""How fast scope-lsp is, compared with other servers and with TensorFlow; not installed.

``python -m benchmarks`` measures seconds and memory, ``python -m benchmarks.counts`` counts work,
which no clock and no load can change.
"""
