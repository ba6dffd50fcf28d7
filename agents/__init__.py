"""Verbs: what runs. Faust agents, the broker, the supervisor, the web endpoints, the command line."""
