"""What commands read and write: new folders, drafts put into seeds, whole files replaced at once."""
