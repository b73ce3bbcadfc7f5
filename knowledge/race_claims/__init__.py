"""A text about one race checked against the rows as they stood that day: word by word."""
