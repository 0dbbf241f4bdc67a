"""How much an artifact may hold. A site of a thousand pages stays far below; the rest is attack or mistake."""

FILES = 20_000
FILE_BYTES = 25_000_000
ALL_BYTES = 400_000_000
LISTING_BYTES = 10_000_000
"""The list of an archive's files, which Python reads at once."""
NAME_LENGTH = 240
DEPTH = 12
REPORT_BYTES = 4_000_000
TEXT_LENGTH = 2_000
"""Characters of a single text of the report; the diff in meaning has its own limit."""
SHOWN_LENGTH = 300
"""Characters of a single text of the report that a comment shows."""
DIFF_LENGTH = 100_000
"""`explainer diff` keeps its Markdown below what a comment may hold."""
LIST_LENGTH = 5_000
COMMENT_LENGTH = 60_000
"""Characters; GitHub refuses a comment of more than 65,536."""
REFUSALS_SHOWN = 50
