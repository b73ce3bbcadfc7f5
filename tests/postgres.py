"""Why stories that need a PostgreSQL did not run."""

NO_POSTGRES = "no PostgreSQL to be had here"
