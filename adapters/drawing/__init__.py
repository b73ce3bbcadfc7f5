"""Charts as pictures: matplotlib without pyplot, for whoever talks in a process of its own."""
