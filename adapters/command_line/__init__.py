"""The commands of `spotter`, by what they are for."""
