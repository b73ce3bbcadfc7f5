"""What surrounds a statement in chat, blanked out: "pretty sure", "didn't he", "fun fact"."""

from __future__ import annotations

import re

_SAYS = "says?|said|claims?|claimed|counts?|told|tells|swears?|swore|insists?|insisted"
_TAKES = "think|thought|believe|guess|heard|read|bet|swear|remember|know|recall|reckon|figure"
_OPENERS = (
    rf"(?:\w+\W+){{1,3}}?(?:{_SAYS})(?: me| us)?(?: that)?",
    rf"i (?:still |also )?(?:{_TAKES})(?: that)?",
    r"(?:i'?m |i am )?(?:pretty|fairly|quite|almost|very|so)? ?(?:sure|certain|positive)(?: that)?",
    r"(?:am|was) i (?:wrong|right|crazy|correct|mistaken)(?: that| in thinking| to think| or)?",
    r"(?:is|isn'?t|wasn'?t) it (?:not )?(?:true|correct|right|a fact)(?: that)?",
    r"(?:it'?s|it is) (?:true|a fact)(?: that)?",
    r"correct me if i'?m wrong,?(?: but)?",
    r"(?:if i )?(?:remember|recall)(?:ing)? (?:right|correctly),?",
    r"iirc,?|afaik,?|imo,?|tbh,?|fun fact[:,]?|fact[:,]|did you know(?: that)?|hot take[:,]?",
    r"well,?|so,?|hey,?|yeah,?|lol,?|no way,?|wait,?|ok,?|actually,?|honestly,?|dude,?|bro,?",
)
_OPENING = re.compile(rf"\W*(?:{'|'.join(_OPENERS)})(?=\s)", re.IGNORECASE)
_ASKING = re.compile(
    r"\W*(?:did|was|is|has|have|does|were|are|do|had)(?:n'?t)?(?=\s)"
    r"(?! (?:not|never|won|had|been|there)\b)",
    re.IGNORECASE,
)
_TAG = re.compile(
    r"[\s,-]+(?:too|as well|also|right"
    r"|correct|yeah|huh|eh|yes|no|iirc|lol|i think|i believe|i guess|for sure"
    r"|if i (?:remember|recall) (?:right|correctly)|(?:i'?m )?pretty sure|or am i wrong|tbh"
    r"|(?:did|was|is|has|have|does)n'?t (?:he|she|it|they)|isn'?t that right)[\s?!.]*$",
    re.IGNORECASE,
)
_ASIDE = re.compile(r",\s+(?:i think|i believe|of course|by the way)(?=,)", re.IGNORECASE)
_RELATIVE = re.compile(r"(?<=,)\s+who(?=\s)", re.IGNORECASE)
_NO_ANSWER = re.compile(r"how|who|when|where|what|which|why", re.IGNORECASE)


def stated_in(text: str) -> str:
    """The statement alone; what only surrounds it becomes blanks, so that places stay."""
    for pattern in (_TAG, _ASIDE, _RELATIVE):
        text = pattern.sub(_blanks, text)
    while (opening := _OPENING.match(text)) and not _NO_ANSWER.match(text.strip()):
        text = _blanks(opening) + text[opening.end() :]
    return _ASKING.sub(_blanks, text, count=1) if _ASKING.match(text) else text


def _blanks(match: re.Match[str]) -> str:
    return " " * len(match[0])
