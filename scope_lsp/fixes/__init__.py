"""Fixes for findings, by cause: one registry for the editor and the command line.

``rules`` makes the findings.  The editor and ``cli`` apply the changes.
"""
