"""What is new, in the words of those who ask; the latest first."""

from __future__ import annotations

NEWS = (
    "/next, /schedule and /live: what comes, what could fall in it, and how it stands.",
    "Spotter is on Slack: ask with /ask, mention it in a channel, or write to it directly.",
    "/settle checks what somebody claims: true, almost, false, or not to be told from results.",
    "Numbers by season come as a chart, with the same told in words.",
)
