"""Keep which driver and series a user likes."""

import sqlalchemy as sa
from alembic import op

revision = "likings"
down_revision = "installations"


def upgrade() -> None:
    op.create_table(
        "liking",
        sa.Column("platform", sa.String, primary_key=True),
        sa.Column("owner", sa.String, primary_key=True),
        sa.Column("name", sa.String, primary_key=True),
        sa.Column("value", sa.String, nullable=False),
        sa.Column("community", sa.String, nullable=False),
    )
