"""Bot: what Spotter does on any platform, and every sentence it speaks. The only door is Bot."""
