"""Settings: who may change what, what is understood, and what it does to answers."""

from __future__ import annotations

import pytest

from bot.bot import Bot
from bot.command import Command
from bot.preferences import Owner, PreferencesInMemory, resolve
from bot.reply import Fields, Reply, Text
from bot.request import Place, Press, Request, Submission, User
from bot.zones import find_zone
from tests.bot.small_book import SmallBook

ANN = User("discord", "1", "ann")
OFFICIAL = User("discord", "2", "official", may_moderate=True)
GARAGE = Place("g1", "track", "garage")
ALONE = Place("a1", direct=True)


@pytest.fixture
def kept() -> PreferencesInMemory:
    return PreferencesInMemory()


@pytest.fixture
def bot(kept: PreferencesInMemory) -> Bot:
    return Bot(SmallBook(), kept=kept)


async def settings(bot: Bot, user: User, place: Place = GARAGE) -> Reply:
    return await bot.handle(Request("settings", user, place))


async def fill(bot: Bot, user: User, key: str, place: Place = GARAGE, **values: str) -> Reply:
    return await bot.submit(Submission(key, user, place, values))


def labels(reply: Reply) -> list[str]:
    return [button.label for button in reply.buttons]


def facts(reply: Reply) -> dict[str, str]:
    (fields,) = (block for block in reply.blocks if isinstance(block, Fields))
    return dict(fields.pairs)


async def test_anybody_may_choose_for_himself_and_moderators_for_all(bot: Bot) -> None:
    everything = [
        "For me",
        "For this channel",
        "For everybody here",
        "Who moderates",
        "Races live",
    ]

    assert labels(await settings(bot, ANN)) == ["For me"]
    assert labels(await settings(bot, OFFICIAL)) == everything
    assert labels(await settings(bot, OFFICIAL, ALONE)) == ["For me"]
    assert (await settings(bot, ANN)).private


async def test_each_button_opens_a_form_that_is_filled_as_it_stands(bot: Bot) -> None:
    await fill(bot, OFFICIAL, "set:channel garage:", series="Truck", spoilers="delayed 24")
    for button in (await settings(bot, OFFICIAL)).buttons:
        form = (await bot.press(Press(button.key, OFFICIAL, GARAGE))).form
        assert form
        assert form.key == button.key
        assert len(form.fields) <= 5
        assert all(len(field.label) <= 45 for field in form.fields)
        if button.label == "For this channel":
            held = {field.name: field.value for field in form.fields}
            assert (held["series"], held["spoilers"]) == ("Truck", "delayed 24")
            assert held["answers"] == "-"


async def test_what_is_chosen_is_kept_and_shown_with_who_chose_it(bot: Bot) -> None:
    told = {"series": "truck", "answers": "private", "drivers": "heim, petty", "zone": "Pacific"}

    reply = await fill(bot, ANN, "set:person:", **told)

    assert reply.title == "That is kept."
    assert reply.private
    assert reply.in_place
    assert facts(reply)["Series"] == "Truck (your own)"
    assert facts(reply)["Favourite drivers"] == "heim, petty (your own)"
    assert facts(reply)["Time zone"] == "America/Los_Angeles (your own)"
    assert facts(await settings(bot, OFFICIAL))["Series"] == "as each question reads best"


@pytest.mark.parametrize(
    ("name", "value", "why"),
    [
        ("drivers", "heim, nobody", "I know no driver called “nobody”."),
        ("drivers", ", ".join("abcdefghijk"), "I keep up to 10 favourite drivers; those are 11."),
        ("zone", "Mars", "I know no time zone called “Mars”; try a city, such as Chicago."),
        ("series", "Formula 1", "Series can be Cup, Xfinity, Truck, all three series; not"),
    ],
    ids="driver drivers zone series".split(),
)
async def test_what_is_not_understood_is_said_and_nothing_is_changed(
    bot: Bot, kept: PreferencesInMemory, name: str, value: str, why: str
) -> None:
    await fill(bot, ANN, "set:person:", series="Cup")

    reply = await fill(bot, ANN, "set:person:", **{"series": "Truck", name: value})

    assert reply.title.startswith(why)
    assert reply.private
    assert facts(await settings(bot, ANN))["Series"] == "Cup (your own)"


@pytest.mark.parametrize("which", ["channel garage", "community", "moderators", "everything"])
async def test_who_is_no_moderator_is_told_kindly_and_changes_nothing(
    bot: Bot, kept: PreferencesInMemory, which: str
) -> None:
    opened = await bot.press(Press(f"set:{which}:", ANN, GARAGE))
    sent = await fill(bot, ANN, f"set:{which}:", series="Truck", moderators="1")

    for reply in (opened, sent):
        assert reply.title.startswith("That is for moderators to choose")
        assert reply.private
        assert reply.form is None
    assert resolve(await kept.layers(OFFICIAL, GARAGE)).chosen_by == {}


async def test_a_moderator_elsewhere_cannot_reach_into_this_community(
    bot: Bot, kept: PreferencesInMemory
) -> None:
    elsewhere = Place("e1", "another track", "")

    await fill(bot, OFFICIAL, "set:channel garage:", elsewhere, series="Truck")
    await fill(bot, OFFICIAL, "set:community:", elsewhere, series="Truck")

    assert resolve(await kept.layers(ANN, GARAGE)).series == ""
    assert await kept.chosen(Owner("discord", "channel", "track", "garage")) == {}


async def test_in_a_direct_message_there_is_no_community_to_choose_for(
    bot: Bot, kept: PreferencesInMemory
) -> None:
    reply = await fill(bot, OFFICIAL, "set:community:", ALONE, series="Truck")

    assert reply.title.startswith("That is for moderators")
    assert await kept.chosen(Owner("discord", "community", "")) == {}


async def _rule(request: Request, stand: object) -> Reply:
    return Reply("ruled")


async def test_a_moderators_command_is_refused_in_private_and_allowed_by_a_role() -> None:
    kept = PreferencesInMemory()
    bot = Bot(SmallBook(), commands=(Command("rule", "", _rule, for_moderators=True),), kept=kept)
    named = User("discord", "3", "race control", roles=("77",))

    refused = await bot.handle(Request("rule", named, GARAGE))
    await kept.choose(Owner("discord", "community", "track"), {"moderators": ["77"]})
    allowed = await bot.handle(Request("rule", named, GARAGE))

    assert refused.title == "Only moderators can use rule."
    assert refused.private
    assert allowed.title == "ruled"


async def ask(bot: Bot, user: User, place: Place = GARAGE) -> Reply:
    return await bot.handle(Request("ask", user, place, {"question": "heim"}))


async def test_private_answers_are_private_say_so_and_can_be_shared(bot: Bot) -> None:
    await fill(bot, ANN, "set:person:", answers="private")

    reply = await ask(bot, ANN)

    assert reply.private
    assert isinstance(reply.blocks[0], Text)
    assert reply.blocks[0].words.endswith(" · for you alone, as you chose")
    (share,) = (button for button in reply.buttons if button.label == "Share")
    assert not (await bot.press(Press(share.key, ANN, GARAGE))).private
    assert not (await ask(bot, OFFICIAL)).private


async def test_where_nobody_else_is_or_nothing_can_be_whispered_answers_stay_as_they_are(
    bot: Bot,
) -> None:
    await fill(bot, ANN, "set:person:", answers="private")

    for place in (ALONE, Place("m1", "track", "garage", whispers=False)):
        reply = await ask(bot, ANN, place)
        assert not reply.private
        assert "for you alone" not in str(reply.blocks)


async def test_a_person_may_whisper_where_others_speak_but_not_speak_where_all_whisper(
    bot: Bot,
) -> None:
    await fill(bot, OFFICIAL, "set:channel garage:", answers="private")
    await fill(bot, ANN, "set:person:", answers="public")
    assert (await ask(bot, ANN)).private

    await fill(bot, OFFICIAL, "set:channel garage:", answers="public")
    await fill(bot, ANN, "set:person:", answers="private")
    assert (await ask(bot, ANN)).private
    assert not (await ask(bot, OFFICIAL)).private


async def test_nobody_can_choose_for_himself_how_results_are_told_or_who_moderates() -> None:
    held = resolve({"person": {"spoilers": "open", "moderators": ["1"]}, "channel": {}})

    assert held.chosen_by == {}
    assert held.moderators == ()


@pytest.mark.parametrize(
    ("said", "zone"),
    [
        ("Eastern", "America/New_York"),
        ("pt", "America/Los_Angeles"),
        ("Central Time", "America/Chicago"),
        ("london", "Europe/London"),
        ("Sao Paulo", "America/Sao_Paulo"),
        ("australia/perth", "Australia/Perth"),
        ("the moon", None),
        ("", None),
    ],
)
def test_time_zones_have_the_names_that_people_have_for_them(said: str, zone: str | None) -> None:
    assert find_zone(said) == zone


async def test_moderators_pick_a_channel_of_their_own_and_take_it_back(
    bot: Bot, kept: PreferencesInMemory
) -> None:
    here = Owner("discord", "community", "track")
    (button,) = [b for b in (await settings(bot, OFFICIAL)).buttons if b.label == "Who moderates"]
    chosen = await fill(bot, OFFICIAL, button.key, desk="4000")

    assert facts(chosen)["Moderators' channel"] == "chosen (everybody's here)"
    assert (await kept.chosen(here))["desk"] == "4000"
    form = (await bot.press(Press(button.key, OFFICIAL, GARAGE))).form
    assert form
    (field,) = [field for field in form.fields if field.name == "desk"]
    assert (field.kind, field.value, field.required) == ("channel", "4000", False)
    drafting = await fill(bot, OFFICIAL, button.key, desk="", drafts="truck")
    assert facts(drafting)["Recaps drafted unasked"] == "Truck (everybody's here)"
    assert await kept.chosen(here) == {"drafts": "Truck"}
