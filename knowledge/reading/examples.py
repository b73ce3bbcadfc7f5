"""Questions that show a fan what can be asked."""

EXAMPLES = (
    "how many wins did Heim have in 2025",
    "most Cup wins at Talladega",
    "who won the 2003 spring Darlington race",
)
