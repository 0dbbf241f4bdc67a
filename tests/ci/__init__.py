"""What happens to a pull request: workflows, artifacts, previews, comments, and a stranger who means harm."""
