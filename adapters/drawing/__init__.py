"""Charts as pictures: matplotlib without pyplot, drawn in a thread of its own."""
