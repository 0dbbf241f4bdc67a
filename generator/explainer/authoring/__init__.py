"""What begins or changes the files of an author: drafts, imports, renames, moved quotes. Pure: it writes no file."""
