"""Commands on Discord: made from the bot's one list, told to Discord when they changed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import discord
import pytest

from adapters.discord.app import Spotter
from adapters.settings import DiscordSettings
from bot.bot import Bot
from bot.command import Command, Option
from bot.commands import COMMANDS
from bot.reply import Reply, Text
from tests.adapters.discord.conftest import town_of, words_of

if TYPE_CHECKING:
    from pathlib import Path

    from bot.command import Stand
    from bot.request import Request
    from knowledge.record_book import RecordBook
    from tests.adapters.discord.conftest import Town


async def _echo(request: Request, stand: Stand) -> Reply:
    told = " ".join(f"{name}={value}" for name, value in sorted(request.options.items()))
    return Reply(told or "nothing", (Text(f"moderator: {request.user.may_moderate}"),))


async def _whisper(request: Request, stand: Stand) -> Reply:
    return Reply("for you alone", private=True)


MANAGE = discord.Permissions(manage_messages=True)
TRIED = (
    Command("say", "Says what it was told", _echo, (Option("words", "Any", required=True),)),
    Command(
        "pick",
        "All kinds of options",
        _echo,
        (
            Option("car", "A number", kind="number"),
            Option("colour", "One of three", choices=("red", "green", "blue")),
            Option("driver", "A name", kind="driver"),
            Option("where", "A channel", kind="channel"),
        ),
    ),
    Command("rule", "For moderators", _echo, for_moderators=True),
    Command("count", "Takes its time", _echo, slow=True),
    Command("think", "Takes its time, and whispers", _whisper, slow=True),
    Command("muse", "Takes its time in private", _whisper, slow=True, private=True),
)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
async def trying(book: RecordBook, home: Path):
    """A town whose Spotter has commands of every kind."""

    def new_client() -> Spotter:
        bot = Bot(book, commands=TRIED)
        return Spotter(bot, home, DiscordSettings("token"), commands=TRIED)

    async with town_of(new_client) as built:
        yield built


async def test_every_command_of_the_bot_is_a_command_of_discord(town: Town) -> None:
    (told,) = town.sent("PUT", f"/applications/{town.env.bot.application_id}/commands")

    slash = {each["name"]: each for each in told if each["type"] == 1}
    assert list(slash) == [command.name for command in COMMANDS]
    for command in COMMANDS:
        options = slash[command.name]["options"]
        assert slash[command.name]["description"] == command.summary
        assert {o["name"]: o["max_length"] for o in options if "max_length" in o} == {
            o.name: o.longest
            for o in command.options
            if o.kind not in ("number", "channel") and not o.choices
        }


async def test_commands_work_in_servers_in_talks_and_as_ones_own_app(town: Town) -> None:
    (told,) = town.sent("PUT", f"/applications/{town.env.bot.application_id}/commands")

    assert all(sorted(each["contexts"]) == [0, 1, 2] for each in told)
    assert all(sorted(each["integration_types"]) == [0, 1] for each in told)


async def test_options_of_every_kind_arrive_as_text(trying: Town) -> None:
    reply = await trying.fan("ann").use("pick", car=11, colour="green", driver="Corey Heim")

    assert words_of(reply.response).startswith("car=11 colour=green driver=Corey Heim")


async def test_a_channel_is_picked_among_those_that_take_posts_and_arrives_by_its_key(
    trying: Town,
) -> None:
    (told,) = trying.sent("PUT", f"/applications/{trying.env.bot.application_id}/commands")
    (pick,) = [each for each in told if each["name"] == "pick"]
    (where,) = [each for each in pick["options"] if each["name"] == "where"]

    reply = await trying.fan("ann").use("pick", where=trying.channel)

    assert (where["type"], where["channel_types"]) == (7, [0, 5])
    assert words_of(reply.response).startswith(f"where={trying.channel.id}")


async def test_options_left_out_do_not_arrive(trying: Town) -> None:
    assert words_of((await trying.fan("ann").use("pick")).response).startswith("nothing")


async def test_what_is_typed_into_an_option_is_completed(trying: Town) -> None:
    ann = trying.fan("ann").member

    offered = await ann.autocomplete(trying.channel, "pick", "driver", "corey h")

    assert "Corey Heim" in [choice["value"] for choice in offered]
    assert len(await ann.autocomplete(trying.channel, "pick", "driver", "")) <= 25


async def test_who_may_manage_messages_is_a_moderator(trying: Town) -> None:
    permissions = trying.env.guild.create_role("Officials", permissions=MANAGE)
    user = trying.env.create_user("official")
    official = trying.env.guild.add_member(user, roles=[permissions])

    reply = await official.slash(trying.channel, "rule")
    said = await official.slash(trying.channel, "say", words="hello")

    assert "moderator: True" in words_of(reply.response)
    assert "moderator: True" in words_of(said.response)
    assert "moderator: False" in words_of(
        (await trying.fan("ann").use("say", words="hello")).response
    )


def answers_to(town: Town) -> list[tuple[str, int | None]]:
    """What was sent in answer to interactions: the method, and the kind of a first answer."""
    made = [each for each in town.env.http_requests if "/commands" not in each.path]
    return [(each.method, (each.json or {}).get("type")) for each in made if each.method != "GET"]


async def test_a_slow_command_is_acknowledged_first(trying: Town) -> None:
    reply = await trying.fan("ann").use("count")

    assert answers_to(trying) == [("POST", 5), ("PATCH", None)]
    assert words_of(reply.response).startswith("nothing")


async def test_a_private_reply_stays_private_after_a_public_acknowledgement(trying: Town) -> None:
    reply = await trying.fan("ann").use("think")

    (followed,) = reply.followups
    assert followed.ephemeral
    assert words_of(followed) == "for you alone"
    assert reply.response is None


async def test_a_private_slow_command_is_private_throughout(trying: Town) -> None:
    reply = await trying.fan("ann").use("muse")

    assert reply.response.ephemeral
    assert words_of(reply.response) == "for you alone"
    assert answers_to(trying) == [("POST", 5), ("PATCH", None)]


async def test_commands_are_told_once_and_again_when_one_has_changed(
    trying: Town, book: RecordBook, home: Path
) -> None:
    path = f"/applications/{trying.env.bot.application_id}/commands"
    await trying.restart()
    assert len(trying.sent("PUT", path)) == 1

    changed = (replace(TRIED[0], summary="Says it again"), *TRIED[1:])
    bot = Bot(book, commands=changed)
    await trying.env.restart_bot(Spotter(bot, home, DiscordSettings("token"), commands=changed))

    assert len(trying.sent("PUT", path)) == 2
    assert trying.sent("PUT", path)[1][0]["description"] == "Says it again"


async def test_commands_that_discord_did_not_take_are_told_at_the_next_start(
    trying: Town, book: RecordBook, tmp_path: Path
) -> None:
    path = f"/applications/{trying.env.bot.application_id}/commands"
    trying.env.inject_error("PUT", path)
    fresh = tmp_path / "fresh"
    for _ in range(2):
        bot = Bot(book, commands=TRIED)
        await trying.env.restart_bot(Spotter(bot, fresh, DiscordSettings("token"), commands=TRIED))

    assert len(trying.sent("PUT", path)) == 3
    assert (fresh / "discord-commands").exists()
