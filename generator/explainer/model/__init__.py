"""The records that the stages hand over: what an author wrote, then anchored, then linked, then pages."""
