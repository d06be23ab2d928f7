"""The language server: pygls and all mutable state.

Nothing is imported here: the analysis' process and the server's share only what they both need.
"""
