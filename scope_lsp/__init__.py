"""scope-lsp: what every TensorFlow 1 variable will be called, known while you type.

This package is the analyser, its command line and its language server.  It never imports
TensorFlow and never executes the code that it analyses.
"""

__version__ = "0.2.0"
