"""Keep recaps, what was done to each and by whom, and where they were posted."""

import sqlalchemy as sa
from alembic import op

revision = "recaps"
down_revision = "preferences"


def upgrade() -> None:
    op.create_table(
        "recap",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("platform", sa.String, nullable=False),
        sa.Column("community", sa.String, nullable=False),
        sa.Column("race", sa.String, nullable=False),
        sa.Column("version", sa.BigInteger, nullable=False),
        sa.Column("state", sa.String, nullable=False),
        sa.Column("draft", sa.JSON, nullable=False),
        sa.Column("changed", sa.Double, nullable=False),
    )
    op.create_index("idx_recap_community", "recap", ["platform", "community", "changed"])
    op.create_table(
        "recap_step",
        sa.Column("recap", sa.String, primary_key=True),
        sa.Column("number", sa.BigInteger, primary_key=True),
        sa.Column("done", sa.String, nullable=False),
        sa.Column("who", sa.JSON, nullable=False),
        sa.Column("at", sa.Double, nullable=False),
        sa.Column("version", sa.BigInteger, nullable=False),
        sa.Column("draft", sa.JSON, nullable=False),
    )
    op.create_table(
        "recap_post",
        sa.Column("mark", sa.String, primary_key=True),
        sa.Column("recap", sa.String, nullable=False),
        sa.Column("platform", sa.String, nullable=False),
        sa.Column("community", sa.String, nullable=False),
        sa.Column("channel", sa.String, nullable=False),
        sa.Column("target", sa.JSON, nullable=False),
        sa.Column("state", sa.String, nullable=False),
        sa.Column("message", sa.String, nullable=False),
        sa.Column("thread", sa.String, nullable=False),
        sa.Column("version", sa.BigInteger, nullable=False),
        sa.Column("published", sa.Boolean, nullable=False),
        sa.Column("why", sa.String, nullable=False),
    )
    op.create_index("idx_recap_post_recap", "recap_post", ["recap"])
    op.create_table(
        "recap_template",
        sa.Column("platform", sa.String, primary_key=True),
        sa.Column("community", sa.String, primary_key=True),
        sa.Column("template", sa.JSON, nullable=False),
    )
    op.create_table(
        "channel_link",
        sa.Column("code", sa.String, primary_key=True),
        sa.Column("platform", sa.String, nullable=False),
        sa.Column("community", sa.String, nullable=False),
        sa.Column("channel", sa.String, nullable=False),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("expires", sa.Double, nullable=False),
        sa.Column("to_platform", sa.String, nullable=False),
        sa.Column("to_community", sa.String, nullable=False),
    )
