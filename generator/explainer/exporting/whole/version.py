"""What the document calls itself, and the tables with it.

The first number of the version grows when a key goes or means something else; the second when a key or a word is new.
"""

FORMAT = "explainer"
VERSION = "1.0"
SCHEMA = "urn:uuid:5a5bd3c5-e499-4f5a-afe8-0465ee43844a"
"""The name of the schema of the first number: no address, so that it stays whoever publishes this program where."""
