"""Where the records come from: one file a source, corrections, the compile."""
