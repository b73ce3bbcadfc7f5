"""The moderators' desk: where a recap is drafted, arranged, approved and sent on its way."""
