"""Race day: what comes next, how it stands, and what followed channels are told of it."""
