"""Arithmetic against independent implementations."""
