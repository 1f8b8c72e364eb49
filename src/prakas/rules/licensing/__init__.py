"""Rules on licensing: one file a rule, its words beside it."""
