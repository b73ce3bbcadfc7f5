"""Discord: an interaction or a mention becomes a Request, a Reply becomes an embed with buttons."""
