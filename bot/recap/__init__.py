"""Race recaps: written from rows, arranged and edited by a moderator, each number checked."""
