"""Fans ask: by command, by mention, by direct message, in a thread, one after another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.adapters.discord.conftest import labels_of, words_of

if TYPE_CHECKING:
    from tests.adapters.discord.conftest import Town

HEIM_2025 = "how many wins did Heim have in 2025"


async def test_a_fan_asks_and_everybody_reads_the_answer(town: Town) -> None:
    reply = await town.fan("ann").ask(HEIM_2025)

    (embed,) = reply.response.embeds
    assert embed.title.startswith("Corey Heim won 12 Truck Series races in 2025")
    assert embed.description.startswith("-# wins · Corey Heim · Truck Series · 2025")
    assert "Data through" in embed.footer.text
    assert not reply.ephemeral
    assert not reply.deferred


async def test_two_pettys_are_two_buttons_and_one_of_them_answers(town: Town) -> None:
    ann = town.fan("ann")
    which = await ann.ask("petty wins at martinsville")

    answer = await ann.press(which, "Richard Petty")

    assert words_of(which.response).startswith("Which Petty do you mean?")
    assert words_of(answer.response).startswith("Richard Petty")


async def test_a_follow_up_completes_what_the_same_fan_asked_in_the_channel(town: Town) -> None:
    ann, bob = town.fan("ann"), town.fan("bob")
    await ann.ask(HEIM_2025)

    assert "2024" in words_of((await ann.ask("what about 2024?")).response)
    assert "Corey Heim" not in words_of((await bob.ask("what about 2024?")).response)


async def test_a_follow_up_is_understood_when_spotter_was_started_anew(town: Town) -> None:
    ann = town.fan("ann")
    await ann.ask(HEIM_2025)
    await town.restart()

    assert "2024" in words_of((await ann.ask("what about 2024?")).response)


async def test_a_mention_asks(town: Town) -> None:
    answer = await town.fan("ann").say(f"{town.mention} {HEIM_2025}")

    assert words_of(answer).startswith("Corey Heim won 12")
    assert answer.reference is not None


async def test_a_reply_to_spotter_that_mentions_it_goes_on_with_the_talk(town: Town) -> None:
    ann = town.fan("ann")
    answer = await ann.say(f"{town.mention} {HEIM_2025}")

    assert "2024" in words_of(await ann.say(f"what about 2024? {town.mention}", reply_to=answer))


async def test_a_reply_goes_on_from_the_card_it_replies_to_whosever_it_is(town: Town) -> None:
    answer = await town.fan("ann").say(f"{town.mention} {HEIM_2025}")
    await town.restart()

    followed = await town.fan("bob").say(f"what about 2024? {town.mention}", reply_to=answer)

    assert words_of(followed).startswith("Corey Heim won 6")


async def test_a_mention_alone_gets_help(town: Town) -> None:
    assert words_of(await town.fan("ann").say(town.mention)).startswith("Ask me about NASCAR")


async def test_what_is_said_among_fans_is_none_of_spotters_business(town: Town) -> None:
    said = await town.fan("ann").say("Heim had 12 wins, did he not?")

    assert said.author.name == "ann"
    assert not [each for each in town.env.http_requests if each.path.endswith("/messages")]


async def test_a_direct_message_asks_without_a_mention(town: Town) -> None:
    ann = town.env.create_user("ann")

    await ann.send_dm(HEIM_2025)

    (answer,) = town.sent("POST", f"/channels/{ann.dm_channel.id}/messages")
    assert answer["embeds"][0]["title"].startswith("Corey Heim won 12")


async def test_another_bot_gets_no_answer(town: Town) -> None:
    robot = town.env.guild.add_member(town.env.create_user("robot", bot=True))

    await robot.send(town.channel, f"{town.mention} {HEIM_2025}")

    assert town.channel.last_message.author.name == "robot"


async def test_people_named_by_a_mention_are_read_by_their_names(town: Town) -> None:
    heim = town.env.create_user("heim11", global_name="Corey Heim")
    town.env.guild.add_member(heim)

    answer = await town.fan("ann").say(
        f"{town.mention} how many wins did <@{heim.id}> have in 2025"
    )

    assert words_of(answer).startswith("Corey Heim won 12")


async def test_what_the_records_do_not_hold_is_said_with_questions_to_try(town: Town) -> None:
    ann = town.fan("ann")
    unknown = await ann.ask("how much prize money did larson win")

    first, *_ = labels_of(unknown.response)
    answer = await ann.press(unknown, first)

    assert "prize money" in words_of(unknown.response)
    assert "Data through" in words_of(answer.response)


async def test_help_is_for_the_asker_alone(town: Town) -> None:
    assert (await town.fan("ann").use("help")).ephemeral


async def test_about_names_the_sources_with_links_that_work(town: Town) -> None:
    about = words_of((await town.fan("ann").use("about")).response)

    assert "4,963 races" in about
    assert "https://github.com/kyleGrealis/nascaR.data" in about
