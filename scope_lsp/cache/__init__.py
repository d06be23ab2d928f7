"""Results kept on disk: as long as nothing that they rest on has changed, they are used again.

``folder`` is a folder of them, ``plain`` the form in which they lie there.  What is kept of what is
up to those who use it: ``cli/cache.py`` and ``server/kept_results.py``.
"""
