"""`python -m tests.site_checks links|accessibility SITE [RESULT]`: problems to read, and as JSON into the file RESULT.

The exit code is 1 where there are any.
"""

import json
import sys
from dataclasses import asdict
from pathlib import Path

from explainer.reporting.printable import printable
from tests.site_checks import accessibility, links

CHECKS = {"links": links.problems, "accessibility": accessibility.problems}


def main(check: str, site: str, result: str = "") -> int:
    found = CHECKS[check](Path(site))
    for problem in found:
        print(f"{printable(problem.page)}: {printable(problem.told)}")
    print(f"{check}: {len(found)} problems")
    if result:
        Path(result).write_text(json.dumps([asdict(problem) for problem in found]) + "\n", encoding="utf-8")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
