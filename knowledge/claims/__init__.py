"""A statement checked against the rows, part by part: true, almost, false, can't tell."""
