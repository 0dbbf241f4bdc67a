"""What an edit costs in a process that goes on, at 1,000 and 2,000 made-up articles.

python -m tests.bench.edits [ARTICLES …]

Prints the CPU seconds of the run after an edit of one article's notes: the median of five edits, and the ratio to the
first number of articles.
"""

import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from explainer import pipeline
from tests.bench.made_up import write_project

EDITS = 5


def measured(articles: int) -> float:
    """CPU seconds of `pipeline.preview` after an edit."""
    folder = Path(tempfile.mkdtemp())
    try:
        write_project(folder, articles)
        pipeline.preview(folder)
        costs = []
        for edit in range(EDITS):
            notes = folder / "seeds" / "articles" / "article-0003" / "annotations.yaml"
            notes.write_text(notes.read_text("utf-8").replace("Of ", f"Of {edit} ", 1), encoding="utf-8")
            began = time.process_time()
            pipeline.preview(folder)
            costs.append(time.process_time() - began)
        return statistics.median(costs)
    finally:
        shutil.rmtree(folder)


def main(sizes: list[int]) -> None:
    first = 0.0
    for size in sizes:
        # Each in a process of its own, so that none is warm from the one before.
        done = subprocess.run(
            [sys.executable, "-c", f"from tests.bench.edits import measured; print(measured({size}))"],
            check=True, capture_output=True, text=True,
        )  # fmt: skip
        cost = float(done.stdout)
        first = first or cost
        print(f"{size:>6} articles: {cost:.2f} s CPU an edit, {cost / first:.2f} times the first", flush=True)


if __name__ == "__main__":
    main([int(each) for each in sys.argv[1:]] or [1000, 2000])
