"""Question shapes: one file each, with what it reads and how it answers."""
