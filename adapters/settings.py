"""What Spotter is told by its environment: every variable once, and where to find its value."""

from __future__ import annotations

from dataclasses import dataclass, field
from ipaddress import ip_address
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Variable:
    """A variable of the environment, as the documents and `spotter doctor` name it."""

    name: str
    what: str
    where: str


HOME = Variable(
    "SPOTTER_HOME",
    "The folder of the record book and of what Spotter must remember",
    "Any folder that Spotter may write to; by default your system's folder for user data",
)
STORE = Variable(
    "DATABASE_URL",
    "The PostgreSQL in which several processes keep together what they must remember",
    "Your database's operator, such as postgresql://user:password@host/name;"
    " by default a file in the folder",
)
TOKEN = Variable(
    "DISCORD_TOKEN",
    "The secret by which Discord knows your bot",
    "discord.com/developers/applications, your application, Bot, Reset Token",
)
SHARD_COUNT = Variable(
    "DISCORD_SHARD_COUNT",
    "How many shards all processes have together",
    "By default Discord says how many it wants, and one process runs them all",
)
SHARD_IDS = Variable(
    "DISCORD_SHARD_IDS",
    "The shards of this process, such as 0-3 or 0,2",
    "Yours to divide between processes, from 0 up; needs DISCORD_SHARD_COUNT",
)
API_URL = Variable(
    "DISCORD_API_URL",
    "Another server in place of Discord's API",
    "For tests on this machine, such as http://127.0.0.1:8080/api/v10",
)
GATEWAY_URL = Variable(
    "DISCORD_GATEWAY_URL",
    "Another server in place of Discord's gateway",
    "For tests on this machine, such as ws://127.0.0.1:8080/gateway",
)
CDN_URL = Variable(
    "DISCORD_CDN_URL",
    "Another server in place of Discord's pictures and files",
    "For tests on this machine, such as http://127.0.0.1:8080/cdn",
)
ANY_SERVER = Variable(
    "DISCORD_ANY_SERVER",
    "yes lets the three addresses lead to another machine, which then receives the token",
    "Only for a proxy of your own",
)
VARIABLES = (HOME, STORE, TOKEN, SHARD_COUNT, SHARD_IDS, API_URL, GATEWAY_URL, CDN_URL, ANY_SERVER)

_SERVERS = {API_URL: ("http", "https"), GATEWAY_URL: ("ws", "wss"), CDN_URL: ("http", "https")}


class SettingsRefused(Exception):
    """The environment makes no sense; one sentence a fault."""

    def __init__(self, faults: tuple[str, ...]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults


@dataclass(frozen=True, slots=True)
class DiscordSettings:
    """What the Discord adapter is told; empty addresses are Discord's own."""

    token: str = field(repr=False)
    shard_count: int | None = None
    shard_ids: tuple[int, ...] = ()
    api_url: str = ""
    gateway_url: str = ""
    cdn_url: str = ""


def read_discord_settings(environment: Mapping[str, str]) -> DiscordSettings:
    """Read them all, or raise SettingsRefused with everything that is wrong."""
    faults = [*_server_faults(environment), *_token_faults(environment)]
    count, ids = _shards(environment, faults)
    if faults:
        raise SettingsRefused(tuple(faults))
    return DiscordSettings(
        _told(environment, TOKEN),
        count,
        ids,
        *(_told(environment, server).rstrip("/") for server in _SERVERS),
    )


def password(environment: Mapping[str, str]) -> str:
    """The password in the store's address, which no log may show."""
    return urlsplit(_told(environment, STORE)).password or ""


def _told(environment: Mapping[str, str], variable: Variable) -> str:
    return environment.get(variable.name, "").strip()


def _token_faults(environment: Mapping[str, str]) -> list[str]:
    token = _told(environment, TOKEN)
    if not token:
        return [f"{TOKEN.name} is not set. {TOKEN.what}: {TOKEN.where}."]
    if any(letter.isspace() for letter in token):
        return [f"{TOKEN.name} has a space in it: give the token alone, without a word before it."]
    return []


def _server_faults(environment: Mapping[str, str]) -> list[str]:
    faults = []
    for variable, schemes in _SERVERS.items():
        url = _told(environment, variable)
        if url and urlsplit(url).scheme not in schemes:
            faults.append(f"{variable.name} begins with {schemes[0]}:// or {schemes[1]}://.")
        elif url and not _is_loopback(url) and _told(environment, ANY_SERVER) != "yes":
            faults.append(
                f"{variable.name} leads to another machine, which would receive the token;"
                f" {ANY_SERVER.name}=yes allows it."
            )
    return faults


def _is_loopback(url: str) -> bool:
    host = urlsplit(url).hostname or ""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _shards(
    environment: Mapping[str, str], faults: list[str]
) -> tuple[int | None, tuple[int, ...]]:
    count, ids = _told(environment, SHARD_COUNT), _told(environment, SHARD_IDS)
    if count and not (count.isdecimal() and int(count)):
        faults.append(f"{SHARD_COUNT.name} is a number from 1 up; it is {count!r}.")
        return None, ()
    try:
        listed = tuple(dict.fromkeys(each for part in ids.split(",") for each in _range(part)))
    except ValueError:
        faults.append(f"{SHARD_IDS.name} is a list such as 0-3 or 0,2; it is {ids!r}.")
        return None, ()
    if listed and (not count or max(listed) >= int(count)):
        faults.append(f"{SHARD_IDS.name} needs a {SHARD_COUNT.name} above its highest number.")
    return int(count) if count else None, listed


def _range(part: str) -> range:
    """Read 3 as one number and 0-3 as four, and nothing as none."""
    if not part.strip():
        return range(0)
    first, dash, last = part.partition("-")
    return range(int(first), int(last if dash else first) + 1)
