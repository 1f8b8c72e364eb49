"""What the two engines must agree on, and what the house relies on."""
