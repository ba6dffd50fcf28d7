"""What stands on a page beside its article: menus, tickers, related links, tags, bylines, forms, footers."""
