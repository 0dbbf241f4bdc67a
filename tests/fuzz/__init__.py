"""Random inputs for what takes a stranger's files: each module has `inputs(seed)` and `check(input)`."""
