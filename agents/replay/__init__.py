"""Sending records again, at a pace, with a memory of how far that got: articles, and dead letters."""
