"""Rules on registration: one file a rule, its words beside it."""
