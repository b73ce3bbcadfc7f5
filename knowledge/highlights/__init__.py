"""What was remarkable in a race as it stood that day: one file a kind, listed in `finding`."""
