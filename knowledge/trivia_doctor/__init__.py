"""The trivia doctor: what the rows contradict, what has expired or is ambiguous, and the mend."""
