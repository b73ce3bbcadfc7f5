"""A number said, and what the rows give: the verdict in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.claims.claim import Claim, Verdict
from knowledge.measures import ordinal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from knowledge.race_claims.histories import Known
    from knowledge.race_claims.parsed import Parsed
    from knowledge.race_claims.words import Number

_SHOWN = 3


def verdict_on(number: Number, parsed: Parsed, known: Sequence[Known]) -> Verdict:
    """True where one way of counting gives the number; else what they do give."""
    claim = Claim(parsed.text, number.value)
    right = next((each for each in known if each.value == number.value), None)
    if right:
        return Verdict(claim, "true", f"The rows say {_said(right, number)}.", right.value)
    if not known:
        return Verdict(claim, "can't tell", "nothing in the rows of this race says so.")
    counted = [each for each in known if each.value] or known
    told = list(dict.fromkeys(_said(each, number) for each in counted))[:_SHOWN]
    words = f"you wrote {parsed.text[number.start : number.end]}; the rows say {', '.join(told)}."
    return Verdict(claim, "false", words, known[0].value)


def _said(known: Known, number: Number) -> str:
    written = ordinal(int(known.value)) if number.nth else f"{known.value:,g}"
    return f"{written} {known.words}".strip()
