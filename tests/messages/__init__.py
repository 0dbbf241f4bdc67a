"""The messages of the interface: found in templates, code and vocabulary, and kept beside their translations.

`python -m tests.messages` brings every catalogue up to date: new messages come in empty, those that nothing prints any
more go. With `--check` it changes nothing and tells what is missing, stale or broken.
"""
