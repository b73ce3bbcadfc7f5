"""Judges an outcome against what a question in dev.jsonl expects of it."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from knowledge.answer import Answer, WhichOne

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from knowledge.answer import Outcome

Expected: TypeAlias = "Mapping[str, Any]"
Verdict: TypeAlias = Literal["right", "missed", "overreach", "wrong"]

GRAVITY: tuple[Verdict, ...] = ("right", "missed", "overreach", "wrong")
"""From best to worst: overreach answers what has no answer, wrong gives another value."""

ROUNDING = 0.0501
FRACTION_ROUNDING = 0.0006


def judge(expected: Expected, outcome: Outcome) -> Verdict:
    allowed = expected["status"] if isinstance(expected["status"], list) else [expected["status"]]
    if isinstance(outcome, Answer):
        if "answered" not in allowed:
            return "overreach"
        return "right" if _holds(expected, outcome) else "wrong"
    if isinstance(outcome, WhichOne):
        offered = set(map(_key, outcome.choices))
        wanted = map(_key, expected.get("choices_contain", ()))
        return "right" if "choose" in allowed and offered.issuperset(wanted) else "missed"
    return "right" if "unknown" in allowed else "missed"


def _holds(expected: Expected, answer: Answer) -> bool:
    value = list(answer.value) if isinstance(answer.value, tuple) else answer.value
    in_table = _columns_of_words(answer) if value is None else []
    wanted = expected.get("value")
    if "groups" in expected:
        right = any(_is_ranking(expected, ranking) for ranking in (value, *in_table))
    elif "any_of" in expected:
        right = any(_same(one, value, expected) for one in expected["any_of"])
    elif isinstance(wanted, list) and in_table:
        right = any(_same_list(wanted, column, expected) for column in in_table)
    else:
        right = "value" not in expected or _same(wanted, value, expected)
    return right and _has_rows(expected, answer, value)


def _has_rows(expected: Expected, answer: Answer, value: object) -> bool:
    names = expected.get("alt_list")
    if (
        names is not None
        and isinstance(value, list)
        and _same_list(names, value, {"ordered": False})
    ):
        return True
    rounding = {"tolerance": ROUNDING}
    return all(
        any(
            all(any(_same(cell, given, rounding) for given in row) for cell in wanted)
            for row in answer.table.rows
        )
        for wanted in expected.get("rows_contain", ())
    )


def _columns_of_words(answer: Answer) -> list[list[Any]]:
    columns = map(list, zip(*answer.table.rows, strict=True))
    return [column for column in columns if all(isinstance(cell, str) for cell in column)]


def _is_ranking(expected: Expected, given: object) -> bool:
    """Names in order, those of one group in any; the last group may be cut at n."""
    groups = [set(map(_key, group)) for group in expected["groups"]]
    if not isinstance(given, list) or len(given) < min(expected["n"], sum(map(len, groups))):
        return False
    names = list(map(_key, given))
    for group in groups:
        here, names = names[: len(group)], names[len(group) :]
        if not here or len(set(here)) < len(here) or not group.issuperset(here):
            return False
    return not names


def _same(wanted: object, given: object, expected: Expected) -> bool:
    if isinstance(wanted, list):
        if not isinstance(given, list):
            return False
        # Where a leader is asked, a ranking that begins with the leaders is right too.
        return _same_list(wanted, given[: len(wanted)] if _may_lead(expected) else given, expected)
    if isinstance(given, list):
        return (
            bool(given)
            and (len(given) == 1 or _may_lead(expected))
            and (_same(wanted, given[0], expected))
        )
    if wanted is None or given is None or isinstance(wanted, bool) or isinstance(given, bool):
        return wanted is given
    if isinstance(wanted, int | float):
        return _same_number(wanted, given, expected)
    return _same_words(str(wanted), str(given), expected)


def _may_lead(expected: Expected) -> bool:
    return bool(expected.get("lead_ok"))


def _same_list(wanted: Sequence[object], given: Sequence[object], expected: Expected) -> bool:
    if len(wanted) != len(given):
        return False
    rounding = {"tolerance": expected.get("tolerance", 0)}
    if expected.get("ordered", True):
        return all(_same(w, g, rounding) for w, g in zip(wanted, given, strict=True))
    rest = list(given)
    for one in wanted:
        match = next((place for place, g in enumerate(rest) if _same(one, g, rounding)), None)
        if match is None:
            return False
        del rest[match]
    return True


def _same_number(wanted: float, given: object, expected: Expected) -> bool:
    rounding = expected.get("tolerance", 0)
    if expected.get("pct") and wanted <= 1:
        rounding = min(rounding, FRACTION_ROUNDING)
    try:
        return abs(float(str(given)) - wanted) <= rounding + 1e-9
    except ValueError:
        return bool(expected.get("year_ok")) and _is_date_of(int(wanted), str(given), expected)


def _is_date_of(season: int, given: str, expected: Expected) -> bool:
    dates = {one for one in expected.get("any_of", ()) if isinstance(one, str) and "-" in one}
    written = re.fullmatch(r"(\d{4})-\d\d-\d\d", given)
    return bool(written) and int(given[:4]) == season and (not dates or given in dates)


def _same_words(wanted: str, given: str, expected: Expected) -> bool:
    wanted, given = _key(wanted), _key(given)
    return wanted == given or bool(expected.get("year_ok") and len(wanted) > 4 and wanted in given)


def _key(name: object) -> str:
    """Reduce a name to what makes it that name: no case, accents, dots or "Sr."."""
    plain = unicodedata.normalize("NFKD", str(name)).casefold()
    words = re.sub(r"[^a-z0-9 -]", "", plain).replace("-", " ").split()
    return " ".join(words[:-1] if words[-1:] == ["sr"] else words)
