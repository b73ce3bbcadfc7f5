"""What is raced when: the archived lists of races, read into a schedule."""
