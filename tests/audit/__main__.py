"""`python -m tests.audit SITE WORK`: what the judges say of the built site; npm's packages go into the folder WORK.

The exit code is 1 where a goal is missed. Run it on a machine that does nothing else: one of the scores is of speed.
"""

import shutil
import subprocess
import sys
from pathlib import Path

from tests.audit import lighthouse, markup
from tests.chromium import BROWSER

HERE = Path(__file__).parent
PAGES = ("", "articles/counter-invasion/", "questions/losses/")


def main(site: str, work: str) -> int:
    if shutil.which("npm") is None:
        print("There is no npm here, so neither Lighthouse nor the checker of HTML can run.")
        return 1
    packages = _installed(Path(work) / "npm")
    missed = 0
    if markup.has_java():
        found = markup.complaints(packages, Path(site).resolve())
        print(f"HTML: {len(found)} kinds of errors of ours")
        for line in found:
            print(f"  {line}")
        missed += len(found)
    else:
        print("HTML: not checked, because there is no Java here; Debian's package default-jre-headless has it")
    with lighthouse.served(Path(site)) as address:
        for page in PAGES:
            scores = lighthouse.scores(packages, address + page, BROWSER)
            print(f"{page or 'home'}: " + ", ".join(f"{name} {value}" for name, value in scores.values.items()))
            for line in scores.lost:
                print(f"  {line}")
            missed += not scores.reach_the_goals
    return 1 if missed else 0


def _installed(folder: Path) -> Path:
    """The packages of the lock, installed again only when that has changed."""
    lock = folder / "package-lock.json"
    if not lock.exists() or lock.read_bytes() != (HERE / lock.name).read_bytes():
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        shutil.copy(HERE / "package.json", folder)
        shutil.copy(HERE / lock.name, folder)
        command = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"]
        done = subprocess.run(command, cwd=folder)
        if done.returncode:
            lock.unlink()
            raise SystemExit("npm could not install the packages of tests/audit/package-lock.json")
    return folder / "node_modules"


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
