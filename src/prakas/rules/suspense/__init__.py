"""Rules on suspense: one file a rule, its words beside it."""
