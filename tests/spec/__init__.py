"""Worked examples of every rule, chapter by chapter: test, specification and the example on the rule's page."""
