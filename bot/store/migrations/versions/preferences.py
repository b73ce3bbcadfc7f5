"""Keep what a person, a channel or a community prefers; what users liked goes with it."""

import sqlalchemy as sa
from alembic import op

revision = "preferences"
down_revision = "jobs"

_NAMES = {"driver": "drivers", "series": "series"}


def upgrade() -> None:
    preference = op.create_table(
        "preference",
        sa.Column("platform", sa.String, primary_key=True),
        sa.Column("community", sa.String, primary_key=True),
        sa.Column("whose", sa.String, primary_key=True),
        sa.Column("owner", sa.String, primary_key=True),
        sa.Column("name", sa.String, primary_key=True),
        sa.Column("value", sa.JSON, nullable=False),
    )
    liking = sa.table("liking", *map(sa.column, "platform owner name value community".split()))
    liked = op.get_bind().execute(sa.select(liking)).all()
    rows = [
        {
            "platform": row.platform,
            "community": row.community,
            "whose": "person",
            "owner": row.owner,
            "name": _NAMES[row.name],
            "value": [row.value] if row.name == "driver" else row.value,
        }
        for row in liked
        if row.name in _NAMES
    ]
    if rows:
        op.get_bind().execute(sa.insert(preference), rows)
    op.drop_table("liking")
