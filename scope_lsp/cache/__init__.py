"""Results kept on disk, and used again as long as nothing that they depend on has changed.

``folder`` is a folder of results, and ``plain`` writes and reads them.  Neither knows what a result
is: ``cli/cache.py`` and ``server/kept_results.py`` decide what is kept.
"""
