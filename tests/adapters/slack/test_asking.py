"""Questions on Slack: as commands, by mention, in threads and in Spotter's own messages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.adapters.slack.conftest import labels_of, town_of, words_of

if TYPE_CHECKING:
    from knowledge.record_book import RecordBook
    from tests.adapters.slack.conftest import Town

HEIM_2025 = "how many wins did Heim have in 2025"


@pytest.fixture
def town(town_by_both: Town) -> Town:
    return town_by_both


async def test_ask_answers_with_its_rows_and_sources(town: Town) -> None:
    answer = await town.fan("ann").ask(HEIM_2025)

    assert not answer.ephemeral
    assert words_of(answer).startswith("Corey Heim won 12 Truck Series races in 2025")
    assert "Fresh From Florida 250" in words_of(answer)
    assert "Data through" in words_of(answer)


async def test_the_text_alone_is_the_whole_answer(town: Town) -> None:
    answer = await town.fan("ann").ask(HEIM_2025)

    assert answer.text.startswith("Corey Heim won 12 Truck Series races in 2025")
    assert "Fresh From Florida 250 · Daytona" in answer.text
    assert "Sources: nascaR.data" in answer.text


async def test_spotter_takes_any_command_and_any_question(town: Town) -> None:
    ann = town.fan("ann")

    assert words_of(await ann.use("/spotter", HEIM_2025)).startswith("Corey Heim won 12")
    leaders = await ann.use("/spotter", "leaders measure=poles series=Truck")
    assert "poles" in words_of(leaders)
    assert words_of(await ann.use("/spotter", "about")).startswith("The record book holds")


async def test_what_only_begins_like_a_command_is_a_question(town: Town) -> None:
    answer = await town.fan("ann").use("/spotter", "driver with the most cup wins at Talladega")

    assert words_of(answer).startswith("Dale Earnhardt has the most wins")


async def test_spotter_alone_opens_help_with_examples_for_the_asker_alone(town: Town) -> None:
    for slash in ("/spotter", "/ask"):
        shown = await town.fan("ann").use(slash, " ")

        assert shown.ephemeral
        assert words_of(shown).startswith("Ask me about NASCAR")
        assert "how many wins did Heim have in 2025" in labels_of(shown)


async def test_settle_checks_a_statement(town: Town) -> None:
    verdict = await town.fan("ann").use("/settle", "Heim won 9 races in 2024")

    assert words_of(verdict).startswith("False: the rows say 6, not 9.")


async def test_a_shared_name_is_asked_about_and_picked_by_button(town: Town) -> None:
    ann = town.fan("ann")
    which = await ann.ask("petty wins at martinsville")

    answer = await ann.press(which, "Richard Petty")

    assert words_of(which).startswith("Which Petty do you mean?")
    assert words_of(answer).startswith("Richard Petty")


async def test_a_follow_up_completes_what_the_same_fan_asked_in_the_channel(town: Town) -> None:
    ann, bob = town.fan("ann"), town.fan("bob")
    await ann.ask(HEIM_2025)

    assert "2024" in words_of(await ann.ask("what about 2024?"))
    assert "Corey Heim" not in words_of(await bob.ask("what about 2024?"))


async def test_a_mention_is_answered_in_its_thread(town: Town) -> None:
    answer = await town.fan("ann").say(HEIM_2025)

    assert words_of(answer).startswith("Corey Heim won 12")
    assert answer.thread


async def test_in_a_thread_everybody_goes_on_with_the_same_talk(town: Town) -> None:
    answer = await town.fan("ann").say(HEIM_2025)

    followed = await town.fan("bob").say("what about 2024?", thread=answer.thread)
    elsewhere = await town.fan("bob").say("what about 2024?")

    assert words_of(followed).startswith("Corey Heim won 6")
    assert followed.thread == answer.thread
    assert "Corey Heim" not in words_of(elsewhere)


async def test_a_talk_goes_on_in_its_thread_when_spotter_was_started_anew(
    book: RecordBook, store: str
) -> None:
    async with town_of(book, store) as town:
        answer = await town.fan("ann").say(HEIM_2025)

    async with town_of(book, store) as town:
        followed = await town.fan("bob").say("what about 2024?", thread=answer.thread)

    assert words_of(followed).startswith("Corey Heim won 6")


async def test_a_mention_alone_gets_help(town: Town) -> None:
    shown = await town.fan("ann").say("")

    assert words_of(shown).startswith("Ask me about NASCAR")
    assert shown.ephemeral
    assert not shown.thread  # which has not begun: there Slack shows a whisper to nobody


async def test_a_direct_message_asks_without_a_mention(town: Town) -> None:
    ann = town.fan("ann")

    answer = await ann.whisper(HEIM_2025)

    assert words_of(answer).startswith("Corey Heim won 12")
    assert not answer.ephemeral
    assert words_of(await ann.whisper("what about 2024?")).startswith("Corey Heim won 6")


async def test_in_direct_messages_each_thread_is_a_talk_of_its_own(town: Town) -> None:
    ann = town.fan("ann")
    heim = await ann.whisper(HEIM_2025)
    which = await ann.whisper("petty wins at martinsville")
    await ann.press(which, "Richard Petty")

    follow_up = "what about 2024?"
    assert words_of(await ann.whisper(follow_up, thread=heim.thread)).startswith("Corey Heim won 6")
    at_daytona = words_of(await ann.whisper("and at Daytona?", thread=which.thread))
    assert at_daytona.startswith("Richard Petty")
    assert words_of(await ann.whisper(HEIM_2025)).startswith("Corey Heim won 12")
    assert words_of(await ann.whisper(follow_up)).startswith("Corey Heim won 6")


async def test_what_is_pressed_in_direct_messages_is_whispered_to_nobody(town: Town) -> None:
    ann = town.fan("ann")
    page = await ann.whisper("full results of the 2025 daytona 500")

    pressed = await ann.press(page, labels_of(page)[0])

    assert "Share" not in labels_of(page) + labels_of(pressed)
    assert not pressed.ephemeral


async def test_what_is_said_among_fans_and_by_other_apps_is_none_of_spotters_business(
    town: Town,
) -> None:
    said = {"type": "message", "channel": "C1", "text": HEIM_2025, "ts": "5"}
    await town.event({**said, "user": "UANN", "channel_type": "channel"})
    await town.event({**said, "bot_id": "B2", "user": "UAPP", "channel_type": "im"})
    await town.event({**said, "subtype": "message_changed", "channel_type": "im"})

    assert town.slack.messages == []


async def test_what_the_records_do_not_hold_is_said_with_questions_to_try(town: Town) -> None:
    ann = town.fan("ann")
    unknown = await ann.ask("how much prize money did larson win")

    answer = await ann.press(unknown, labels_of(unknown)[0])

    assert "prize money" in words_of(unknown)
    assert "Data through" in words_of(answer)


async def test_about_names_the_sources_with_links_that_work(town: Town) -> None:
    about = words_of(await town.fan("ann").use("/spotter", "about"))

    assert "4,963 races" in about
    assert "<https://github.com/kyleGrealis/nascaR.data>" in about


async def test_an_event_that_is_sent_again_is_answered_once(town: Town) -> None:
    asked = {"type": "app_mention", "user": "UANN", "text": HEIM_2025, "channel": "C1", "ts": "5"}

    first, second = [await town.event(asked, "Ev-once") for _ in range(2)]

    assert (first.status, second.status) == (200, 200)
    assert len(town.slack.messages) == 1
