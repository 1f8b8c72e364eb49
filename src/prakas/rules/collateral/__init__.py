"""Rules on collateral: one file a rule, its words beside it."""
