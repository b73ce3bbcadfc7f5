"""Keep the codes by which other communities are invited to a quiz night."""

import sqlalchemy as sa
from alembic import op

revision = "invitations"
down_revision = "quizzes"


def upgrade() -> None:
    op.create_table(
        "quiz_code",
        sa.Column("code", sa.String, primary_key=True),
        sa.Column("night", sa.String, nullable=False),
        sa.Column("until", sa.Double, nullable=False),
    )
