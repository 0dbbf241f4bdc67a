"""The site as a book, read back by the tools of the field."""
