"""Rules on provisioning: one file a rule, its words beside it."""
