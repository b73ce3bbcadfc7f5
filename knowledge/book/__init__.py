"""The record book's database: what the embedded tables hold, how they become records.db."""
