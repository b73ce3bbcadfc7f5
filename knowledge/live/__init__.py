"""A race while it runs: what the live feed says, and what changed since it last said so."""
