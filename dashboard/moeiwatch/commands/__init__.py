"""One file a command of `python dashboard`."""
