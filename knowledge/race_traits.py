"""What kind of race it was: led by its winner throughout, without a caution, one car in front."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RaceTrait:
    """Something that is true of some races; `sql` is a condition on the table of races."""

    key: str
    sql: str
    words: str  # how a sentence says it of a race: "won by the driver who led every lap"
    said: tuple[str, ...]  # ways of saying it, as phrase patterns
    note: str = ""


RACE_TRAITS = (
    RaceTrait(
        "led_throughout",
        "winner_led = laps and laps > 0",
        "in which the winner led every lap",
        (
            "led|lead|leads|leading every|all lap|laps",
            "led|lead|leads|leading all {n} laps",
            "led|lead|leads|leading every single lap",
            "led|lead|leads|leading all of? the laps",
            "led|lead|leads|leading from? start to finish",
            "led|lead|leads|leading the whole|entire race",
            "wire|flag|start to wire|flag|finish win|wins|victory?",
            "wire|flag|start to wire|flag|finish every single? lap",
            "led|lead|leads|leading flag|wire to flag|wire",
            "led|lead|leads|leading flag|wire to flag|wire every single? lap",
        ),
        note="Laps led are as the results give them; some early races have none.",
    ),
    RaceTrait(
        "alone_on_lead_lap",
        "lead_lap_cars = 1",
        "in which only the winner finished on the lead lap",
        (
            "only one|1 car|driver|truck|cars? finished|finishing|left? on the lead lap",
            "only one|1 car|driver|truck|finisher on lead lap",
            "just|only the? winner|leader finished|finishing? on the? lead lap",
            "just one|1 car|driver|truck finished|finishing? on the? lead lap",
            "alone on the lead lap",
            "by? a? lap|laps or more",
            "lap|lapped|laps|lapping the? whole|entire? field",
            "lap|lapped|laps|lapping everyone|everybody",
        ),
        note="Races in which the laps of some car are not known are left out.",
    ),
    RaceTrait(
        "caution_free",
        "cautions = 0",
        "without a caution",
        (
            "caution free",
            "cautionfree",
            "without|with a|any|no? single? caution|cautions|yellow|yellows flag|flags?",
            "had|with|have|has zero|no|0 caution|cautions|yellow|yellows flag|flags?",
            "zero|no caution|cautions|yellow|yellows",
            "never had|saw a caution|yellow",
            "green to checkers|checkered|checker flag?",
            "start to finish under green",
            "without slowing",
            "all green flag?",
        ),
        note="Races whose cautions are not known are left out.",
    ),
)

RACE_TRAIT = {trait.key: trait for trait in RACE_TRAITS}
