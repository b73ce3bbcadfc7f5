"""Every shape reads the sentences it must understand, and leaves alone those it must not."""

from __future__ import annotations

import pytest

from knowledge.reading.understanding import understand
from knowledge.shapes import NEEDED, SHAPES, fitting

UNDERSTOOD = [(shape, text) for shape in SHAPES for text in shape.UNDERSTANDS]
DECLINED = [(shape, text) for shape in SHAPES for text in shape.DECLINES]


@pytest.mark.parametrize(("shape", "text"), UNDERSTOOD, ids=lambda each: str(each)[:60])
def test_a_sentence_goes_to_the_shape_that_lists_it(fan, shape, text):
    parts = understand(fan.book._reader.read(text), fan.book._records, None)
    takers = [each for each in fitting(parts) if each.read(parts, fan.book._records)]
    assert takers[:1] == [shape]


@pytest.mark.parametrize(("shape", "text"), DECLINED, ids=lambda each: str(each)[:60])
def test_a_sentence_of_another_shape_is_left_alone(fan, shape, text):
    parts = understand(fan.book._reader.read(text), fan.book._records, None)
    takers = [each for each in fitting(parts) if each.read(parts, fan.book._records)]
    assert takers[:1] != [shape]


def test_no_shape_could_read_what_lacks_all_that_it_is_said_to_need(fan):
    for text in (text for _, text in (*UNDERSTOOD, *DECLINED)):
        parts = understand(fan.book._reader.read(text), fan.book._records, None)
        lacking = [
            shape for shape in NEEDED if NEEDED[shape].isdisjoint(parts.present | parts.cues)
        ]
        assert not any(
            shape.read(parts, fan.book._records)
            for shape in lacking
            if parts.telling_cues <= shape.CUES and parts.present <= shape.USES
        ), text


@pytest.mark.parametrize("text", [text for _, text in UNDERSTOOD])
def test_every_listed_sentence_has_an_answer_with_rows_reading_sources_and_reach(fan, text):
    answer = fan.hears(text)
    assert answer.headline.endswith(".")
    assert answer.table.rows
    assert " · " in answer.reading
    assert answer.sources
    assert answer.as_of.season == 2025
