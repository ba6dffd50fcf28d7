"""The command line: one file a command group; `show` is what a person sees."""
