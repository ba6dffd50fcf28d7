"""How matches become alerts: merge and its reasons, and the counts of news.metrics."""
