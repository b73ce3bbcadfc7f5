"""One quiz night on Discord and Slack at once: one game, one clock, and names that stay at home."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.adapters.evening import wrong
from tests.adapters.slack.board import CHANNEL as SLACK_CHANNEL
from tests.adapters.together.linked import told_on

if TYPE_CHECKING:
    from tests.adapters.together.linked import Linked


async def test_a_night_is_one_game_on_both_and_names_cross_by_consent_alone(
    linked: Linked,
) -> None:
    stand, there = linked.stand, linked.there
    await linked.opened(questions="1", moves="host")
    await linked.invited()
    wex, otto = await linked.joined("Wexler", "Ottoline")
    yard = there.fan("Yardley")
    assert "“a player on Slack”" in await yard.on_board("Join")
    receipt = yard.seen
    question = await linked.asked("Discord 0, Slack 0.")
    await there.shows("Question 1 of 1", question.prompt)
    right = question.accepted[0]
    await wex.on_board(right)
    await otto.on_board(wrong(question))
    await yard.on_board(right)
    await linked.later(3.0)
    await linked.both("3 of 3 in: Discord 2, Slack 1.")
    await linked.go_on("Lock", "Closed.")
    await linked.go_on("Reveal", f"The answer: {right}")
    await linked.both("Right: 2 of 3 players.")
    assert not [name for name in ("Zebedee", "Yardley") if name in told_on(stand)]
    assert not [n for n in ("Quinby", "Wexler", "Ottoline") if n in told_on(there)]

    yard.seen = receipt
    await yard.press("Show my name everywhere")
    await linked.go_on("Next", "Tie-break")
    figure = (await linked.night()).question.accepted[0]
    for fan, said in ((yard, figure), (wex, f"1{figure}")):
        await there.shows("Tie-break")
        await fan.on_board("Type your answer")
        assert await fan.fill(answer=said)
    await linked.go_on("Lock", "Closed.")
    await linked.go_on("Reveal", f"The answer: {figure}", "came nearest")
    await linked.go_on("Finish", "Yardley wins Trucks 2025 with 10 points.")
    await there.shows("Yardley wins Trucks 2025 with 10 points.", "a player on Discord")
    assert "Wexler" not in told_on(there)


async def test_a_team_has_players_of_both_and_its_captain_confirms_for_all(
    linked: Linked,
) -> None:
    stand, there = linked.stand, linked.there
    await linked.opened({"team_size": "3"}, questions="2", moves="host")
    await linked.invited()
    wex, otto, yard = stand.fan("Wexler"), stand.fan("Ottoline"), there.fan("Yardley")
    for fan, team in ((wex, "Pit Crew"), (otto, "Wrenches"), (yard, "pit crew")):
        await fan.on_board("Join")
        told = await fan.fill(team="+", name=team)
        assert told == f"You play for {team.title()}."
    question = await linked.asked("Discord 0, Slack 0.")
    right, other = question.accepted[0], wrong(question)
    await there.shows("Question 1 of 2")
    assert (await yard.on_board(other)).startswith(f"You propose {other} to Pit Crew.")
    assert f"1 says {other}" in await wex.on_board(right)
    await linked.go_on("Lock", "Closed.")
    await linked.go_on("Reveal", "Right: 1 of 1 team.")
    await there.shows("Pit Crew | 10 | +10")

    await linked.go_on("Next", "Question 2 of 2")
    await there.shows("Question 2 of 2")
    second = (await linked.night()).question.accepted[0]
    await yard.on_board(second)  # his captain is silent
    await linked.go_on("Lock", "Closed.")
    await linked.go_on("Reveal", f"The answer: {second}")
    await linked.go_on("Finish", "Pit Crew wins Trucks 2025 with 20 points.")
    await there.shows("Pit Crew wins Trucks 2025 with 20 points.")
    season = await yard.quiz("season")
    assert "1 | Yardley | 20 | 1 | 1" in season
    assert "Wexler" not in told_on(there)


async def test_a_channel_that_lets_nobody_write_holds_up_no_night_that_has_begun(
    linked: Linked,
) -> None:
    there = linked.there
    await linked.opened(questions="1", moves="host")
    (wex,) = await linked.joined("Wexler")
    question = await linked.asked("0 of 1 in.")
    there.missing[SLACK_CHANNEL] = "not_in_channel"
    zoe = there.fan("Zebedee", moderates=True)
    assert "let me write in this channel" in await zoe.quiz(f"join {await linked.code()}")
    await there.until(lambda: there.refused)
    await wex.on_board(question.accepted[0])
    await linked.later(3.0, "1 of 1 in.")

    there.missing.clear()
    await linked.go_on("Lock", "Closed.")
    await there.shows("Question 1 of 1", question.prompt, "Closed.")
    await linked.go_on("Reveal", "Right: 1 of 1 player.")
    await there.shows("Right: 1 of 1 player.")
