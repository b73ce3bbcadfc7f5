"""Sentences that fans ask, with gaps for the driver, the season, the track and the measure."""

from __future__ import annotations

# {ask} is "how many wins", or "what average finish" where the number is not counted.
BY_SEASON = (
    "{ask} did {driver} have in {series} in {season}",
    "{driver} {measure} in {series} in {season}",
    "{season} {series} {measure} for {driver}",
    "{ask} did {driver} have in the {season} {series} season?",
    "{series} {measure} by {driver} in {season}",
    "in {season}, {ask} did {driver} get in {series}?",
    "{driver}'s {series} {measure} in {season}",
    "tell me {driver}'s {measure} in the {season} {series} Series",
    "what was {driver}'s total of {series} {measure} in {season}?",
    "{driver} {season} {series} {measure}",
)
BY_TRACK = (
    "{ask} does {driver} have at {track} in {series}",
    "{driver} {measure} at {track} in {series}",
    "{series} {measure} for {driver} at {track}",
    "{ask} did {driver} get at {track} in the {series} Series?",
    "{driver}'s {series} {measure} at {track}",
    "at {track}, {ask} does {driver} have in {series}?",
    "{track} {series} {measure} {driver}",
    "tell me {driver}'s {measure} at {track} in {series}",
    "{ask} in {series} at {track} for {driver}?",
    "{driver} {track} {series} {measure}",
)
CAREER = (
    "{ask} does {driver} have in {series}",
    "{driver} career {series} {measure}",
    "{driver}'s {series} {measure}",
    "{ask} did {driver} have in his {series} career?",
    "{series} {measure} of {driver}",
    "career {measure} for {driver} in the {series} Series",
    "in {series}, {ask} did {driver} ever get?",
    "give me {driver}'s all-time {series} {measure}",
    "what are {driver}'s career {measure} in {series}?",
    "{driver} {measure} {series}",
)
BY_SPAN = (
    "{ask} did {driver} have in {series} from {first} to {last}",
    "{driver} {series} {measure} from {first} to {last}",
    "{driver} {series} {measure} {first}-{last}",
    "{ask} did {driver} get in {series} between {first} and {last}?",
    "between {first} and {last}, {ask} did {driver} have in {series}?",
    "{series} {measure} for {driver} from {first} through {last}",
    "{driver}'s {series} {measure} in the years {first} to {last}",
    "from {first} until {last}, {ask} did {driver} have in the {series} Series?",
    "tell me {driver}'s {series} {measure} in the seasons {first} to {last}",
    "{first} to {last} {series} {measure} {driver}",
)
WINNER = (
    "who won the {season} {series} race at {track}",
    "who won at {track} in {series} in {season}?",
    "{season} {track} {series} winner",
    "winner of the {series} race at {track} in {season}",
    "which driver won the {track} {series} race in {season}?",
    "{track} {season} {series} who won",
    "in {season}, who won the {series} race at {track}?",
    "tell me who won the {series} Series race at {track} in {season}",
    "who was the {series} winner at {track} in {season}",
    "who took the {series} win at {track} in {season}?",
)
MOST = (
    "who had the {most} {measure} in {series} in {season}",
    "{most} {series} {measure} in {season}",
    "which driver had the {most} {measure} in the {season} {series} season?",
    "{most} {measure} in {series} in {season}",
    "in {season}, who had the {most} {series} {measure}?",
    "who got the {most} {measure} in {series} in {season}",
    "{season} {series} {most} {measure}",
    "tell me who had the {most} {measure} in {series} in {season}",
    "which driver got the {most} {series} {measure} in {season}?",
    "who has the {most} {measure} in {series} for {season}?",
)
