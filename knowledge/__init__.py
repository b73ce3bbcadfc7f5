"""Knowledge: what racing knows and how to be asked about it. The only door is RecordBook."""
