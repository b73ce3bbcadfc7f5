"""Keep which communities were taken out of a quiz night."""

import sqlalchemy as sa
from alembic import op

revision = "unlinked"
down_revision = "dailies"


def upgrade() -> None:
    without = sa.Column("without", sa.JSON, nullable=False, server_default="[]")
    op.add_column("quiz", without)
