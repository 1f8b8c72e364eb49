"""Rules on reported: one file a rule, its words beside it."""
