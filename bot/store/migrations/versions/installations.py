"""Keep the tokens that communities gave, and the installations that are under way."""

import sqlalchemy as sa
from alembic import op

revision = "installations"
down_revision = "events"


def upgrade() -> None:
    op.create_table(
        "installation",
        sa.Column("platform", sa.String, primary_key=True),
        sa.Column("app", sa.String, primary_key=True),
        sa.Column("community", sa.String, primary_key=True),
        sa.Column("token", sa.String, nullable=False),
        sa.Column("bot", sa.String, nullable=False),
        sa.Column("bot_user", sa.String, nullable=False),
        sa.Column("scopes", sa.String, nullable=False),
        sa.Column("created", sa.BigInteger, nullable=False),
    )
    op.create_table(
        "state",
        sa.Column("word", sa.String, primary_key=True),
        sa.Column("expires", sa.BigInteger, nullable=False),
    )
