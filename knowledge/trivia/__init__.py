"""Quiz questions made from rows: one file a kind, listed in `asking`."""
