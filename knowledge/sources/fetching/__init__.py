"""Fetching what was raced since the embedded records end: politely, archived, only if allowed."""
