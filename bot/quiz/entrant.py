"""Who plays: a person on a platform, alone or for a team."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entrant:
    """A player as the night knows him; the platform's key and the platform make him one."""

    platform: str
    key: str
    name: str
    community: str = ""
    since: int = 0  # number of the first question that he answers
    team: str = ""  # none where each plays alone
    at: float = 0.0  # when he came in, in seconds since 1970
    shows_name: bool = False  # beside players of another platform or community

    @property
    def id(self) -> str:
        return player_id(self.platform, self.key)

    @property
    def belongs_to(self) -> str:
        return community_key(self.platform, self.community)

    @property
    def side(self) -> str:
        """Who gets the points: the team, or the player himself."""
        return f"team {self.team}" if self.team else self.id


def community_key(platform: str, community: str) -> str:
    return f"{platform} {community}"


def player_id(platform: str, key: str) -> str:
    return f"{platform} {key}"
