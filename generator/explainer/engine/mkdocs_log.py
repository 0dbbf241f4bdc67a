"""What MkDocs tells while a command of ours builds with it."""

import logging


def quiet() -> None:
    """Of what MkDocs tells, only warnings and worse, with its name: it does not say itself who speaks."""
    log = logging.getLogger("mkdocs")
    log.setLevel(logging.WARNING)
    if not log.handlers:
        handler = logging.StreamHandler()
        handler.setFormatter(logging.Formatter("MkDocs: %(message)s"))
        log.addHandler(handler)
