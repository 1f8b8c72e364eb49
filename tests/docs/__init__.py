"""Tests that hold pages of the manual to what the program does: its commands and its messages."""
