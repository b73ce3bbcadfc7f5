"""What a chart shows is told in words too."""

from __future__ import annotations

from bot.chart_words import phrase_chart
from knowledge.answer import Chart, Line


def chart(kind, *lines: Line) -> Chart:
    return Chart(kind, "Wins by season", "season", "wins", ("2023", "2024", "2025"), lines)


def test_a_line_tells_how_far_it_goes_and_where_it_was_highest():
    words = phrase_chart(chart("bars", Line("Heim", (3.0, 6.0, 12.0))))
    assert words == "Wins by season (2023 to 2025): highest 12, 2025."


def test_of_places_the_lowest_number_is_the_best():
    words = phrase_chart(chart("places", Line("Heim", (4.0, None, 2.0))))
    assert words.endswith("best 2, 2025.")


def test_of_moves_it_tells_who_came_furthest_forward():
    words = phrase_chart(
        chart("moves", Line("Start", (9.0, 2.0, 5.0)), Line("Finish", (1.0, 3.0, 4.0)))
    )
    assert words.endswith(" shown 2023 gained the most places, 8.")


def test_several_lines_are_told_by_name_and_an_empty_one_is_left_out():
    words = phrase_chart(chart("lines", Line("Heim", (1.0, 2.0, 1.0)), Line("Nobody", (None,) * 3)))
    assert words == "Wins by season (2023 to 2025): Heim highest 2, 2024."
