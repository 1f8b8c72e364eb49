"""Rules on conduct in recovery: one file a rule, its words beside it."""
