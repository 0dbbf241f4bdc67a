"""Exit codes: no mistake (warnings allowed), a mistake in the project's files, a wrong call, a bug of ours."""

CLEAN, MISTAKES, WRONG_CALL, OUR_BUG = 0, 1, 2, 3
