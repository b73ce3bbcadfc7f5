"""Quiz nights in their channels: the clock is run, and each board shows what is."""
