"""How the memory of `explainer serve` grows with edits: it is to level off.

python -m tests.bench.memory [EDITS]

A text of the small site is saved EDITS times (default 2,000), each time with other words; every fifth time the page is
looked at. Ends with exit code 1 where the memory at the end is more than 1.3 times that after 200 edits.
"""

import gc
import resource
import sys
import tempfile
from pathlib import Path

from explainer.engine.engines import ENGINES
from explainer.serving.live import Live
from tests.projects import copy_minimal

SETTLED, MOST = 200, 1.3
SEED, PAGE = "articles/market/annotations.yaml", "articles/market/index.html"


def resident() -> int:
    """MB that the process holds now; elsewhere than on Linux, the most that it has held."""
    try:
        return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize() // 2**20
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 2**10


def main(edits: int = 2000) -> int:
    with tempfile.TemporaryDirectory() as folder:
        project = copy_minimal(Path(folder, "project").resolve())
        live = Live(project, project / "mkdocs.yml", "http://127.0.0.1:8000/", ENGINES["mkdocs"])
        try:
            gc.collect()
            gc.freeze()  # as the command does
            return _edited(live, project / "seeds" / SEED, edits)
        finally:
            live.remove()


def _edited(live: Live, seed: Path, edits: int) -> int:
    text, settled = seed.read_text(encoding="utf-8"), 0
    note = next(line for line in text.splitlines() if line.strip().startswith("note: "))
    for number in range(edits + 1):
        if number % SETTLED == 0:
            now = resident()
            settled = settled or (now if number else 0)
            print(f"{number:>6} edits {now:>6} MB", flush=True)
        seed.write_text(text.replace(note, f"{note} Word{number} and what follows it, said another time."), "utf-8")
        live.change([seed])
        if number % 5 == 0:
            page = live.file(PAGE)
            assert page is not None and f"Word{number} ".encode() in page
    ratio = resident() / settled if settled else 1
    print(f"{ratio:.2f} times the memory after {SETTLED} edits; {MOST} are allowed")
    return 1 if ratio > MOST else 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
