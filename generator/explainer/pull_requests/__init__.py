"""Previews of pull requests: what a stranger's change would look like, and what it changes.

Two sides, which trust each other as little as the two workflows do that run them:

- `ci.yml` runs the stranger's code without any right. `from_disk`, `sizes`, `changed_pages` and
  `gathering` turn what it built into one inert artifact: `site/`, `report.json`, `comment.md`.
- `preview.yml` runs the code of the main branch with the right to comment and to publish. It takes the
  artifact as hostile: `archive` reads it without unpacking it, `file_names` and `file_types` say what may be in
  it, `pages`, `scripts` and `feeds` see to it that no script runs but those of the main branch, `report` checks the
  shape of the report, and `comment` and `clean_markdown` write every word of it anew.
"""
