"""`python -m explainer` is the command `explainer`."""

import gc
import os
import signal
import sys

INTERRUPTED = 130
_OBJECTS_BETWEEN_COLLECTIONS = 100_000
"""Python's own 700 looks again and again through records that all live until the command ends."""


def main() -> None:
    """Run the command. Ctrl-C ends it without a word also while its parts are still being loaded."""
    usual = signal.signal(signal.SIGINT, lambda *_: os._exit(INTERRUPTED))
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS)
    from explainer.commands import cli

    try:
        signal.signal(signal.SIGINT, usual)
        _leave(cli.main())
    except KeyboardInterrupt:  # before click listens, or after
        os._exit(INTERRUPTED)


def _leave(code: int) -> None:
    """End the process without freeing each object first, which takes a tenth of a whole check (mypy ends so, too)."""
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except BrokenPipeError:  # the reader, such as `head`, has seen enough
        pass
    os._exit(code)


if __name__ == "__main__":
    main()
