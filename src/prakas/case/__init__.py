"""One household's case: the form, its reading and checking, its way into a tape, and the sheet that comes of it."""
