"""Model of ``absl.testing.absltest``: what tests assert is taken to hold."""

from unittest import *
from unittest import TestCase as _TestCase
from unittest import main

from _scope_lsp_host import unknown


class TestCase(_TestCase):
    def assertLen(self, *args, **kwargs):
        return None

    assertEmpty = assertNotEmpty = assertBetween = assertSameElements = assertSameStructure = (
        assertLen
    )
    assertContainsSubset = assertNoCommonElements = assertContainsInOrder = assertTotallyOrdered = (
        assertLen
    )
    assertContainsSubsequence = assertContainsExactSubsequence = assertSequenceStartsWith = (
        assertLen
    )
    assertSequenceAlmostEqual = assertStartsWith = assertNotStartsWith = assertEndsWith = assertLen
    assertNotEndsWith = assertRegexMatch = assertJsonEqual = assertUrlEqual = (
        assertDataclassEqual
    ) = assertLen

    def assertRaisesWithPredicateMatch(self, expected, predicate, callable=None, *args, **kwargs):
        return self.assertRaises(expected, callable, *args, **kwargs)

    assertRaisesWithLiteralMatch = assertRaisesWithPredicateMatch

    def enter_context(self, manager):
        value = manager.__enter__()
        self.addCleanup(manager.__exit__, None, None, None)
        return value

    def create_tempdir(self, *args, **kwargs):
        return unknown("a folder")

    create_tempfile = create_tempdir
