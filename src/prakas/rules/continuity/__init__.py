"""Rules on two months of one book: one file a rule, its words beside it."""
