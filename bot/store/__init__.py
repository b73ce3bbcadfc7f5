"""The store: what must survive, in SQLite or, where several processes share it, PostgreSQL.

Only programs that others talk to open it; asking a question loads none of this.
"""
