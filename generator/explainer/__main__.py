"""`python -m explainer` is the command `explainer`."""

import os
import signal

INTERRUPTED = 130


def main() -> None:
    """Run the command. Ctrl-C ends it without a word also while its parts are still being loaded."""
    usual = signal.signal(signal.SIGINT, lambda *_: os._exit(INTERRUPTED))
    from explainer.commands import cli

    signal.signal(signal.SIGINT, usual)
    cli.main()


if __name__ == "__main__":
    main()
