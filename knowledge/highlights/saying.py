"""How highlights say a number and a race."""

from __future__ import annotations

from knowledge.measures import ordinal

_NTH = "zeroth first second third fourth fifth sixth seventh eighth ninth".split()


def nth(number: int) -> str:
    """Say an ordinal as it reads best: "first", "12th"."""
    return _NTH[number] if 0 < number < len(_NTH) else ordinal(number)


def a(number: int) -> str:
    """Say an ordinal with its article: "a first", "an 11th"."""
    said = nth(number)
    return f"{'an' if said.startswith(('8', '11', '18', 'e')) else 'a'} {said}"


def many(number: int, noun: str, plural: str = "") -> str:
    """Say so many of something: "1 start", "1,201 starts"."""
    return f"{number:,} {noun if number == 1 else plural or f'{noun}s'}"


def owner(team: str) -> str:
    """Name a team without the mark that it is called after its owner."""
    return team.removesuffix(" (Owner)")


def surnames(name: str) -> tuple[str, ...]:
    """Every way to call somebody by his surname: "Earnhardt Jr.", "van Gisbergen", "Gisbergen"."""
    _, _, rest = name.partition(" ")
    bare = rest.removesuffix(" Jr.").removesuffix(" Sr.")
    last = bare.split(" ")[-1] if bare else ""
    return tuple(dict.fromkeys(each for each in (rest, bare, last) if each and each != name))


def of_season(name: str, season: int) -> str:
    """Name a race by its season: "1998 Daytona 500", "100 Miles at Hickory Speedway of 1953"."""
    if str(season) in name:
        return name
    return f"{name} of {season}" if name[0].isdigit() else f"{season} {name}"
