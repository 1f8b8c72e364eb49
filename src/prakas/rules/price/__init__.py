"""Rules on price: one file a rule, its words beside it."""
