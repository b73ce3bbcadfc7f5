"""Adapters: a platform's event becomes a Request, a Reply becomes that platform's message."""
