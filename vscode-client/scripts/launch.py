"""Starts the server that lies beside this file, with nothing but what lies there.

``python -I -S launch.py server``.
"""

import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "lib"))

if __name__ == "__main__":
    from scope_lsp.__main__ import main

    sys.exit(main())
