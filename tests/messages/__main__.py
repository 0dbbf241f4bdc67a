"""Brings the catalogues up to date, or tells what is wrong with them; see the package."""

import sys

from tests.messages.extract import messages
from tests.messages.files import LANGUAGES, file_of, problems, updated, written


def main() -> int:
    found = messages()
    wrong = 0
    for language in [each for each in sys.argv[1:] if not each.startswith("-")] or LANGUAGES:
        if "--check" in sys.argv:
            told = list(problems(language, found))
            wrong += len(told)
            print(*(f"{language}: {each}" for each in told), sep="\n", end="\n" if told else "")
        else:
            file_of(language).write_bytes(written(updated(language, found)))
    return 1 if wrong else 0


sys.exit(main())
