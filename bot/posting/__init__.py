"""Recaps on their way into channels: what is wanted there is kept, and done once."""
