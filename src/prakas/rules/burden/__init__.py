"""Rules on the burden of borrowers over all lenders: one file a rule, its words beside it."""
