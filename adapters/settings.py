"""What Spotter is told by its environment: taken as it is meant, or refused in plain words."""

from __future__ import annotations

from dataclasses import dataclass, field
from ipaddress import ip_address
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from adapters.variables import (
    ANY_SERVER,
    API_URL,
    CDN_URL,
    CLIENT_ID,
    CLIENT_SECRET,
    GATEWAY_URL,
    SECRET_KEY,
    SHARD_COUNT,
    SHARD_IDS,
    SIGNING_SECRET,
    SLACK,
    SLACK_ANY_SERVER,
    SLACK_API_URL,
    SLACK_APP_TOKEN,
    SLACK_HOST,
    SLACK_PORT,
    SLACK_TOKEN,
    STORE,
    TOKEN,
)
from bot.store.seals import is_key

if TYPE_CHECKING:
    from collections.abc import Mapping

    from adapters.variables import Variable

_HOST, _PORT, _API = "127.0.0.1", 3000, "https://slack.com/api/"
"""Nobody but this machine reaches Spotter unless told otherwise."""


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

    @property
    def secrets(self) -> tuple[str, ...]:
        return (self.token,)


def read_discord_settings(environment: Mapping[str, str]) -> DiscordSettings:
    """Read them all, or raise SettingsRefused with everything that is wrong."""
    faults = [*_server_faults(environment), *_token_faults(environment)]
    count, ids = _shards(environment, faults)
    if faults:
        raise SettingsRefused(tuple(faults))
    return DiscordSettings(
        told(environment, TOKEN),
        count,
        ids,
        *(told(environment, server).rstrip("/") for server in _SERVERS),
    )


@dataclass(frozen=True, slots=True)
class SlackSettings:
    """What the Slack adapter is told: one workspace by its token, or many by the client's id."""

    token: str = field(default="", repr=False)
    app_token: str = field(default="", repr=False)
    signing_secret: str = field(default="", repr=False)
    client_id: str = ""
    client_secret: str = field(default="", repr=False)
    host: str = _HOST
    port: int = _PORT
    api_url: str = _API
    secret_key: str = field(default="", repr=False)

    @property
    def secrets(self) -> tuple[str, ...]:
        return (
            *(self.token, self.app_token, self.signing_secret, self.client_secret),
            self.secret_key,
        )


def read_slack_settings(environment: Mapping[str, str]) -> SlackSettings:
    """Read them all, or raise SettingsRefused with everything that is wrong."""
    faults = [*_slack_token_faults(environment), *_slack_server_faults(environment)]
    if faults:
        raise SettingsRefused(tuple(faults))
    token, app_token, signing_secret, client_id, client_secret = (
        told(environment, each) for each in SLACK[:5]
    )
    return SlackSettings(
        token=token,
        app_token=app_token,
        signing_secret=signing_secret,
        client_id=client_id,
        client_secret=client_secret,
        host=told(environment, SLACK_HOST) or _HOST,
        port=int(told(environment, SLACK_PORT) or _PORT),
        api_url=(told(environment, SLACK_API_URL) or _API).rstrip("/") + "/",
        secret_key=told(environment, SECRET_KEY),
    )


def password(environment: Mapping[str, str]) -> str:
    """The password in the store's address, which no log may show."""
    return urlsplit(told(environment, STORE)).password or ""


def told(environment: Mapping[str, str], variable: Variable) -> str:
    return environment.get(variable.name, "").strip()


def _token_faults(environment: Mapping[str, str]) -> list[str]:
    token = told(environment, TOKEN)
    if not token:
        return [f"{TOKEN.name} is not set. {TOKEN.what}: {TOKEN.where}."]
    if any(letter.isspace() for letter in token):
        return [f"{TOKEN.name} has a space in it: give the token alone, without a word before it."]
    return []


_BEGINNINGS = {SLACK_TOKEN: "xoxb-", SLACK_APP_TOKEN: "xapp-"}
"""Slack has many kinds of tokens, and they are easily mixed up."""


def _slack_token_faults(environment: Mapping[str, str]) -> list[str]:
    one, many = told(environment, SLACK_TOKEN), told(environment, CLIENT_ID)
    faults = [
        f"{variable.name} begins with {beginning}; {variable.where}."
        for variable, beginning in _BEGINNINGS.items()
        if told(environment, variable) and not told(environment, variable).startswith(beginning)
    ]
    if not (one or many):
        faults.append(f"{SLACK_TOKEN.name} is not set. {SLACK_TOKEN.what}: {SLACK_TOKEN.where}.")
    if one and many:
        faults.append(f"{SLACK_TOKEN.name} is for one workspace, {CLIENT_ID.name} for many: one.")
    if bool(many) != bool(told(environment, CLIENT_SECRET)):
        faults.append(f"{CLIENT_ID.name} and {CLIENT_SECRET.name} go together.")
    if many and not told(environment, SIGNING_SECRET):
        faults.append(f"{CLIENT_ID.name} needs {SIGNING_SECRET.name}: who installs comes by HTTP.")
    if not (told(environment, SLACK_APP_TOKEN) or told(environment, SIGNING_SECRET)):
        faults.append(
            f"Neither {SLACK_APP_TOKEN.name} (Spotter calls Slack) nor {SIGNING_SECRET.name}"
            f" (Slack calls Spotter) is set. {SIGNING_SECRET.what}: {SIGNING_SECRET.where}."
        )
    if (key := told(environment, SECRET_KEY)) and not is_key(key):
        faults.append(f"{SECRET_KEY.name} is 32 random bytes in base64; {SECRET_KEY.where}.")
    return faults


def _slack_server_faults(environment: Mapping[str, str]) -> list[str]:
    port, faults = told(environment, SLACK_PORT), []
    if port and not (port.isdecimal() and 0 <= int(port) < 2**16):
        faults.append(f"{SLACK_PORT.name} is a number up to 65535; it is {port!r}.")
    url, schemes = told(environment, SLACK_API_URL), ("http", "https")
    return faults + _server_fault(environment, SLACK_API_URL, url, schemes, SLACK_ANY_SERVER)


def _server_faults(environment: Mapping[str, str]) -> list[str]:
    faults = []
    for variable, schemes in _SERVERS.items():
        url = told(environment, variable)
        faults += _server_fault(environment, variable, url, schemes, ANY_SERVER)
    return faults


def _server_fault(
    environment: Mapping[str, str],
    variable: Variable,
    url: str,
    schemes: tuple[str, str],
    allowing: Variable,
) -> list[str]:
    if url and urlsplit(url).scheme not in schemes:
        return [f"{variable.name} begins with {schemes[0]}:// or {schemes[1]}://."]
    if url and not is_loopback(url) and told(environment, allowing) != "yes":
        leads = f"{variable.name} leads to another machine, which would receive the token;"
        return [f"{leads} {allowing.name}=yes allows it."]
    return []


def is_loopback(url: str) -> bool:
    host = urlsplit(url).hostname or ""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _shards(
    environment: Mapping[str, str], faults: list[str]
) -> tuple[int | None, tuple[int, ...]]:
    count, ids = told(environment, SHARD_COUNT), told(environment, SHARD_IDS)
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
