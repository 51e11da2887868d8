"""What changed between two states of the data: two git revisions, the work tree, or two folders."""
