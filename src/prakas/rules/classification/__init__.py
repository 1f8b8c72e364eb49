"""Rules on classification: one file a rule, its words beside it."""
