"""How quick scope-lsp is, beside other servers and beside TensorFlow; not in what is installed.

``python -m benchmarks`` measures seconds and memory, ``python -m benchmarks.counts`` counts work,
which no clock and no load can change.
"""
