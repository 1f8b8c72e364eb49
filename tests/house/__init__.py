"""Tests that read the repository: stairs, words, sizes, locks, documents, the launcher."""
