"""What people send: mentions, links and escaped signs are read as they look on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from adapters.slack.reading import read_words
from tests.adapters.slack.conftest import words_of
from tests.adapters.slack.loopback import BOT_USER

if TYPE_CHECKING:
    from tests.adapters.slack.conftest import Town

HEIM_2025 = "how many wins did Heim have in 2025"
BEACH = "who won at Daytona Beach & Road Course in 1955"


@pytest.fixture
def town(town_by_both: Town) -> Town:
    return town_by_both


@pytest.mark.parametrize(
    ("sent", "read"),
    [
        (f"<@{BOT_USER}> who won?", "who won?"),
        ("<@U456|ann> and <@U456>", "ann and @somebody"),
        ("in <#C1|general> or <#C2|> or <#C3>", "in #general or or"),
        ("<!here> <!channel|@channel> <!everyone>", "@everyone @everyone @everyone"),
        ("<!subteam^S1|@fans> <!subteam^S2>", "@fans @somebody"),
        ("on <!date^1749000000^{date_short}|June 4>", "on June 4"),
        ("<https://example.org/a?b=1&amp;c=2>", "https://example.org/a?b=1&c=2"),
        ("<http://nascar.com|nascar.com>", "nascar.com"),
        ("<mailto:x@example.org|x@example.org>", "x@example.org"),
        ("A &amp; B &lt;C&gt; &amp;lt; &amp;copy", "A & B <C> &lt; &copy"),
        ("wins < 5 and > 3", "wins < 5 and > 3"),
    ],
)
def test_a_text_is_read_as_it_looked_to_who_typed_it(sent: str, read: str) -> None:
    assert read_words(sent, BOT_USER) == read


@pytest.mark.parametrize(
    "sent",
    ["<@U456> {}", "{} <@U456>", "hey <@U456>, {}", "<!here> {}", "<!subteam^S1> {}", "{} <#C9>"],
)
async def test_who_is_called_beside_a_question_is_no_part_of_it(town: Town, sent: str) -> None:
    answer = await town.fan("ann").say(sent.format(HEIM_2025))

    assert words_of(answer).startswith("Corey Heim won 12")


@pytest.mark.parametrize("sent", ["how many wins does <@U456> have", "<@U456> wins in 2025"])
async def test_a_question_about_somebody_in_the_room_is_declined(town: Town, sent: str) -> None:
    for answer in (await town.fan("ann").say(sent), await town.fan("ann").ask(sent)):
        assert "I could not tell what is asked there" in words_of(answer)
        assert "U456" not in answer.text


async def test_a_claim_is_settled_whoever_it_was_said_to(town: Town) -> None:
    await town.fan("ann").shortcut("settle", "<@U456> Heim won 9 races in 2024, right?")

    assert words_of(town.last).startswith("False: the rows say 6, not 9.")


async def test_signs_are_read_and_shown_as_they_are_wherever_they_come_in(town: Town) -> None:
    ann = town.fan("ann")
    escaped = BEACH.replace("&", "&amp;")
    await ann.shortcut("ask_spotter")
    (form,) = town.slack.views.values()

    answers = [await ann.ask(escaped), await ann.say(escaped)]
    for typed in (BEACH, escaped):
        await ann.fill(form, {"question": {"value": typed}}, where="C1")
        answers.append(town.last)

    for answer in answers:
        assert "Tim Flock" in words_of(answer)
        assert "Beach &amp; Road" in answer.text
        assert "Beach & Road" not in answer.text


async def test_a_cell_of_a_table_shows_its_words_as_they_are(town: Town) -> None:
    """Slack reads neither markup nor escapes in a raw text."""
    answer = await town.fan("ann").ask("every winner at Daytona Beach &amp; Road Course")

    (table,) = [block for block in answer.blocks if block["type"] == "table"]
    cells = {cell["text"] for row in table["rows"] for cell in row}
    assert any("Beach & Road" in cell for cell in cells)
    assert not any("&amp;" in cell for cell in cells)
    assert "&amp;" in words_of(answer)


async def test_a_step_comes_back_as_it_was_sent(town: Town) -> None:
    ann = town.fan("ann")
    answer = await ann.ask(BEACH)
    action = {"type": "button", "value": f"ask:{BEACH.replace('&', '&amp;')}"}

    await ann.act(answer, {**action, "action_id": "press:0", "block_id": "b"})

    assert "Tim Flock" in words_of(town.last)
