"""What a page gets while a server on the author's own machine shows it, be it that of MkDocs or ours."""
