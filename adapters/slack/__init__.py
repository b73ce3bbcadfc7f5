"""Slack: slack-bolt's events become Requests, Replies become blocks."""
