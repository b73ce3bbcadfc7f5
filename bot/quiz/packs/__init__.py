"""A community's own packs: read with every fault, asked as questions of a night, written back."""
