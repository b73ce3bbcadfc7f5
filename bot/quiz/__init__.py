"""Quiz nights: a pure game, in which time is passed in, and the hosts that run it."""
