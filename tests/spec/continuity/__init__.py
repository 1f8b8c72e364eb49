"""Worked examples of the rules of this chapter."""
