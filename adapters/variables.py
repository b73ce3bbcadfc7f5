"""Every variable of the environment that Spotter reads, once, and where to find its value."""

from __future__ import annotations

from dataclasses import dataclass


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
SECRET_KEY = Variable(
    "SPOTTER_SECRET_KEY",
    "The secret by which the tokens that workspaces gave are encrypted in the store",
    "openssl rand -base64 32 makes one; without it, whoever can read the store can read them",
)
SYNC = Variable(
    "SPOTTER_SYNC",
    "Whether what was raced since the records end is fetched: off, results (what nascaR.data"
    " publishes every week) or all (NASCAR's feed too)",
    "off by default; what the feed is stands under Fresh records, and you decide",
)
SYNC_HOURS = Variable(
    "SPOTTER_SYNC_HOURS",
    "Hours between two syncs of a bot that runs; after a race there are more",
    "6 by default",
)
FEED_URL = Variable(
    "SPOTTER_FEED_URL",
    "Another server in place of NASCAR's feed",
    "For a mirror of your own over HTTPS, or tests on this machine, such as http://127.0.0.1:8080",
)
RESULTS_URL = Variable(
    "SPOTTER_RESULTS_URL",
    "Another server in place of nascaR.data's",
    "For a mirror of your own over HTTPS, or tests on this machine, such as http://127.0.0.1:8080",
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
SLACK_TOKEN = Variable(
    "SLACK_BOT_TOKEN",
    "The secret by which one workspace knows your app",
    "api.slack.com/apps, your app, OAuth & Permissions, Bot User OAuth Token",
)
SLACK_APP_TOKEN = Variable(
    "SLACK_APP_TOKEN",
    "The secret that opens a connection to Slack, where Slack cannot reach you (Socket Mode)",
    "api.slack.com/apps, your app, Basic Information, App-Level Tokens, with connections:write",
)
SIGNING_SECRET = Variable(
    "SLACK_SIGNING_SECRET",
    "The secret by which you know that a request over HTTP is Slack's",
    "api.slack.com/apps, your app, Basic Information, Signing Secret",
)
CLIENT_ID = Variable(
    "SLACK_CLIENT_ID",
    "Your app's number, where many workspaces install it; instead of SLACK_BOT_TOKEN",
    "api.slack.com/apps, your app, Basic Information, Client ID",
)
CLIENT_SECRET = Variable(
    "SLACK_CLIENT_SECRET",
    "The secret by which Slack gives a token for each workspace; needs SLACK_CLIENT_ID",
    "api.slack.com/apps, your app, Basic Information, Client Secret",
)
SLACK_HOST = Variable(
    "SLACK_HOST",
    "The address that listens for Slack's requests",
    "127.0.0.1 by default, for a proxy on this machine that speaks HTTPS",
)
SLACK_PORT = Variable("SLACK_PORT", "The port that listens for Slack's requests", "3000 by default")
SLACK_API_URL = Variable(
    "SLACK_API_URL",
    "Another server in place of Slack's API",
    "For tests on this machine, such as http://127.0.0.1:8080/api/",
)
SLACK_ANY_SERVER = Variable(
    "SLACK_ANY_SERVER",
    "yes lets that address lead to another machine, which then receives the tokens",
    "Only for a proxy of your own",
)
DISCORD = (TOKEN, SHARD_COUNT, SHARD_IDS, API_URL, GATEWAY_URL, CDN_URL, ANY_SERVER)
SLACK = (
    *(SLACK_TOKEN, SLACK_APP_TOKEN, SIGNING_SECRET, CLIENT_ID, CLIENT_SECRET),
    *(SLACK_HOST, SLACK_PORT, SLACK_API_URL, SLACK_ANY_SERVER),
)
FRESH = (SYNC, SYNC_HOURS, FEED_URL, RESULTS_URL)
VARIABLES = (HOME, STORE, SECRET_KEY, *FRESH, *DISCORD, *SLACK)
