"""Reading: words in, Mentions out: what was named, and every word left over."""
