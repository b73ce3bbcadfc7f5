"""The console: Spotter in a terminal or a pipe, with no token and no network."""
