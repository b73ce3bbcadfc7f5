"""Pictures of charts: nothing leaves the card, nothing is a formula, no colour speaks alone."""

from __future__ import annotations

from itertools import combinations, pairwise
from typing import TYPE_CHECKING

import matplotlib as mpl
import pytest
from matplotlib.text import Text

from adapters.colours import NEUTRAL, SERIES, series_colour
from adapters.drawing import ruler
from adapters.drawing.bars import draw_bars
from adapters.drawing.lines import draw_lines
from adapters.drawing.look import (
    BACK,
    CARD,
    DASHES,
    DOTS,
    FAINT,
    FORWARD,
    INK,
    LINES,
    MARKS,
    WIDTH,
    hex_colour,
)
from adapters.drawing.moves import draw_moves
from adapters.drawing.picture import draw
from tests.adapters.drawing.charts import BARS, EVERY, HOSTILE, MOVES, PLACES
from tests.adapters.drawing.charts import LINES as CAREERS

if TYPE_CHECKING:
    from adapters.drawing.card import Card
    from knowledge.answer import Chart

KINDS = {"bars": draw_bars, "lines": draw_lines, "places": draw_lines, "moves": draw_moves}


def shown(card: Card) -> list[Text]:
    return [text for text in card.figure.findobj(Text) if text.get_visible() and text.get_text()]


def words_in(chart: Chart) -> list[Text]:
    return shown(KINDS[chart.kind](chart, INK))


def light(colour: str) -> list[float]:
    """Red, green and blue as amounts of light."""
    shares = (int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5))
    return [s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares]


def contrast(one: str, other: str) -> float:
    """How much brighter one is than the other, as accessibility guidelines reckon it."""
    bright, dark = sorted(
        (0.2126 * r + 0.7152 * g + 0.0722 * b for r, g, b in map(light, (one, other))), reverse=True
    )
    return (bright + 0.05) / (dark + 0.05)


def without_green_cones(colour: str) -> tuple[float, float]:
    """What is left of a colour to the commonest colour-blindness (Viénot, 1999)."""
    red, green, blue = light(colour)
    return 0.29275 * red + 0.70725 * green, -0.02234 * red + 0.02234 * green + blue


@pytest.mark.parametrize("chart", EVERY, ids=lambda chart: f"{chart.kind}-{chart.title[:12]}")
def test_every_chart_becomes_a_picture_that_no_word_leaves(chart: Chart) -> None:
    card = KINDS[chart.kind](chart, INK)
    picture = card.png()

    assert picture.startswith(b"\x89PNG")
    assert int.from_bytes(picture[16:20]) == WIDTH * DOTS // 100
    for text in shown(card):
        box, whole = text.get_window_extent(), card.figure.bbox
        assert whole.x0 <= box.x0, text
        assert box.x1 <= whole.x1, text
        assert whole.y0 <= box.y0, text
        assert box.y1 <= whole.y1, text


def test_a_dollar_sign_begins_no_formula() -> None:
    texts = [text for chart in HOSTILE for text in words_in(chart)]

    assert any("$" in text.get_text() for text in texts)
    assert not any(text.get_parse_math() for text in texts if "$" in text.get_text())


def test_a_letter_that_the_font_lacks_becomes_a_box() -> None:
    assert ruler.drawable("Suárez \U0001f3c1 漢\n!") == "Suárez □ □ !"


def test_a_long_name_is_cut_where_its_room_ends_and_shows_it() -> None:
    cut = ruler.shorten("Ricky Stenhouse Jr. of Olive Branch", 21, 200)

    assert cut.endswith("…")
    assert ruler.width(cut, 21) <= 200
    assert ruler.shorten("Ty Dillon", 21, 200) == "Ty Dillon"


def test_a_title_breaks_into_lines_of_about_the_same_length() -> None:
    first, second = ruler.wrap(
        "Average finish by season, Kyle Larson in the Cup Series", 27, 660, 3
    )

    assert 0.6 < ruler.width(second, 27) / ruler.width(first, 27) < 1.6


def test_the_first_place_is_on_top_and_marked() -> None:
    axes = draw_lines(PLACES, INK).figure.axes[0]
    bottom, top = axes.get_ylim()

    assert top < bottom
    assert [list(line.get_xdata()) for line in axes.lines if line.get_marker() == "*"] == [[0]]


def test_where_nothing_is_known_the_line_has_a_gap() -> None:
    line = draw_lines(PLACES, INK).figure.axes[0].lines[0]

    assert [value == value for value in line.get_ydata()] == [True, True, False, True]  # noqa: PLR0124


def test_who_gained_and_who_lost_is_told_in_signs_too() -> None:
    told = [text.get_text() for text in words_in(MOVES)]

    assert {"+4", "\N{MINUS SIGN}3", "0"} <= set(told)


def test_lines_differ_in_mark_and_dash_and_are_named() -> None:
    assert len(set(MARKS)) == len(set(map(str, DASHES))) == len(set(LINES)) == 6
    assert {"Corey Heim", "Ty Majeski", "Layne Riggs"} <= {
        text.get_text() for text in words_in(CAREERS)
    }


def test_numbers_stand_on_the_bars() -> None:
    assert {"2", "3", "6", "12"} <= {text.get_text() for text in words_in(BARS)}


def test_words_and_colours_stand_out_from_the_card() -> None:
    assert all(contrast(CARD, ink) >= 7 for ink in (INK, FAINT))
    colours = (*LINES, FORWARD, BACK, *map(hex_colour, (*SERIES.values(), NEUTRAL)))
    assert all(contrast(CARD, colour) >= 4.5 for colour in colours)


def test_the_card_stands_out_from_a_light_and_a_dark_screen() -> None:
    assert contrast(CARD, "#ffffff") >= 7
    assert contrast("#4a5361", "#313338") >= 1.4


def test_the_series_are_told_apart_without_green_cones() -> None:
    seen = [without_green_cones(hex_colour(colour)) for colour in SERIES.values()]

    for (yellow, blue), (other_yellow, other_blue) in combinations(seen, 2):
        assert abs(yellow - other_yellow) + abs(blue - other_blue) > 0.15


def test_one_series_has_its_colour_and_several_have_none() -> None:
    assert series_colour(("truck",)) == SERIES["truck"]
    assert series_colour(("cup", "truck")) == series_colour(()) == NEUTRAL


def test_drawing_leaves_the_settings_of_matplotlib_alone() -> None:
    before = dict(mpl.rcParams)
    draw(BARS)

    assert dict(mpl.rcParams) == before


def test_many_labels_are_thinned_out_evenly() -> None:
    ticks = draw_bars(EVERY[4], INK).figure.axes[0].get_xticks()

    assert len({after - before for before, after in pairwise(ticks)}) == 1
