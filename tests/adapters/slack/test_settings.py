"""Settings on Slack: buttons, modals with menus in them, and people who moderate."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from adapters.slack.forms import draw_form, read_values
from bot.reply import Field, Form
from tests.adapters.slack.conftest import labels_of, town_of, words_of
from tests.adapters.slack.loopback import Trouble

if TYPE_CHECKING:
    from knowledge.record_book import RecordBook
    from tests.adapters.slack.conftest import Fan, Town

TALLADEGA = "most wins at Talladega"


async def choose(fan: Fan, label: str, **values: str | list[str]) -> str:
    """Open the settings, press a button, fill in the form, and read what is shown in its place."""
    shown = await fan.use("/spotter", "settings")
    assert shown.ephemeral
    before = set(fan.town.slack.views)
    await fan.press(shown, label)
    (opened,) = set(fan.town.slack.views) - before
    filled = {name: _picked(value) for name, value in values.items()}
    await _fill(fan, fan.town.slack.views[opened], filled)
    return " ".join(map(str, fan.town.slack.views[opened]["blocks"]))


def _picked(value: str | list[str]) -> dict[str, Any]:
    if isinstance(value, list) and all(each.startswith("S") for each in value):
        options = [{"value": each} for each in value]
        return {"type": "multi_static_select", "selected_options": options}
    if isinstance(value, list):
        return {"type": "multi_users_select", "selected_users": value}
    return {"type": "static_select", "selected_option": {"value": value}}


async def _fill(fan: Fan, view: dict[str, Any], filled: dict[str, Any]) -> None:
    await fan.fill(view, filled)


async def test_a_fan_chooses_a_series_and_it_acts_after_a_restart_too(
    book: RecordBook, store: str
) -> None:
    async with town_of(book, store) as town:
        assert "That is kept." in await choose(town.fan("ann"), "For me", series="Truck")

    async with town_of(book, store) as town:
        mine, others = [await town.fan(name).ask(TALLADEGA) for name in ("ann", "bob")]

    assert "Truck is your default" in words_of(mine)
    assert "Dale Earnhardt" in words_of(others)


async def test_the_form_has_menus_for_choices_and_people_for_roles() -> None:
    fields = (Field("moderators", "Who", "U1 U2", required=False, kind="roles"),)

    (block,) = draw_form(Form("set:moderators:", "Who", fields))["blocks"]

    assert block["element"]["type"] == "multi_users_select"
    assert block["element"]["initial_users"] == ["U1", "U2"]


async def test_a_channel_is_picked_from_the_workspaces_own_and_comes_back_by_its_key() -> None:
    fields = (Field("where", "Where", "C1", kind="channel"),)

    view = draw_form(Form("recap:where", "Where", fields))

    (element,) = [block["element"] for block in view["blocks"]]
    assert element["type"] == "conversations_select"
    assert element["filter"] == {"include": ["public", "private"]}
    assert element["initial_conversation"] == "C1"
    filled = {"where": {"where": {"type": element["type"], "selected_conversation": "C2"}}}
    assert read_values({**view, "state": {"values": filled}}) == {"where": "C2"}


async def test_only_admins_and_those_they_name_choose_for_others(town: Town) -> None:
    ann, carl = town.fan("ann"), town.fan("carl")
    town.slack.admins.add(ann.user)
    assert labels_of(await carl.use("/spotter", "settings")) == ["For me"]

    await choose(ann, "Who moderates", moderators=[carl.user])

    assert "Who moderates" in labels_of(await carl.use("/spotter", "settings"))
    assert labels_of(await town.fan("bob").use("/spotter", "settings")) == ["For me"]


async def opened(fan: Fan, label: str) -> list[dict[str, Any]]:
    shown = await fan.use("/spotter", "settings")
    before = set(fan.town.slack.views)
    await fan.press(shown, label)
    (view,) = set(fan.town.slack.views) - before
    blocks: list[dict[str, Any]] = fan.town.slack.views[view]["blocks"]
    return blocks


async def test_moderators_choose_user_groups_that_a_recap_may_mention(town: Town) -> None:
    ann = town.fan("ann")
    town.slack.admins.add(ann.user)
    town.slack.groups = {f"S{number:03}": 1 for number in range(120)}

    kept = await choose(ann, "Who moderates", moderators=[ann.user], mentions=["S119"])
    assert "1 named here" in kept

    element = (await opened(ann, "Who moderates"))[1]["element"]
    options = [each["text"]["text"] for each in element["options"]]
    assert (len(options), options[:2]) == (100, ["&lt;Group&gt; S119", "&lt;Group&gt; S000"])
    assert [each["value"] for each in element["initial_options"]] == ["S119"]


async def test_where_slack_does_not_tell_its_groups_the_form_says_so_and_keeps_what_was_chosen(
    town: Town,
) -> None:
    ann = town.fan("ann")
    town.slack.admins.add(ann.user)
    town.slack.groups = {"S1": 3}
    await choose(ann, "Who moderates", moderators=[ann.user], mentions=["S1"])

    town.slack.troubles.append(Trouble("usergroups.list", error="missing_scope"))
    told = (await opened(ann, "Who moderates"))[1]
    assert told["type"] == "section"
    assert "does not tell me the groups here (missing_scope)" in told["text"]["text"]

    town.slack.groups = {}
    assert "1 named here" in await choose(ann, "Who moderates", moderators=[ann.user])


async def test_a_channels_choice_is_that_channels_alone(town: Town) -> None:
    ann = town.fan("ann")
    town.slack.admins.add(ann.user)
    await choose(ann, "For this channel", series="Xfinity")

    here = await town.fan("bob").ask(TALLADEGA)
    there = await town.fan("bob", channel="C2").ask(TALLADEGA)

    assert "Xfinity is this channel's default" in words_of(here)
    assert "default" not in words_of(there)


async def test_a_question_asks_slack_nothing_about_who_asks(town: Town) -> None:
    await town.fan("ann").ask(TALLADEGA)
    assert town.slack.called("users.info") == []

    for _ in range(3):
        await town.fan("ann").use("/spotter", "settings")
    assert len(town.slack.called("users.info")) == 1


async def test_where_slack_does_not_say_who_is_an_admin_nobody_is(town: Town) -> None:
    town.slack.troubles.append(Trouble("users.info", error="missing_scope"))

    shown = await town.fan("ann").use("/spotter", "settings")

    assert labels_of(shown) == ["For me"]


async def test_what_is_kept_of_a_fan_is_shown_and_deleted(town: Town) -> None:
    ann = town.fan("ann")
    await choose(ann, "For me", series="Truck")

    shown = await ann.use("/spotter", "privacy")
    assert "your settings" in words_of(shown)
    await ann.press(shown, "Delete all of it")

    assert "I keep nothing of you." in words_of(await ann.use("/spotter", "privacy"))


@pytest.mark.parametrize(
    "left", [{"type": "app_uninstalled"}, {"type": "tokens_revoked", "tokens": {"bot": ["UBOT"]}}]
)
async def test_the_one_workspace_that_takes_spotter_out_is_forgotten(
    town_by_both: Town, left: dict[str, Any]
) -> None:
    town = town_by_both
    ann = town.fan("ann")
    await choose(ann, "For me", series="Truck")
    await town.event({"type": "tokens_revoked", "tokens": {"oauth": ["UOWNER"]}})
    assert "Truck (your own)" in words_of(await ann.use("/spotter", "settings"))

    await town.event(left)

    assert "your own" not in words_of(await ann.use("/spotter", "settings"))
