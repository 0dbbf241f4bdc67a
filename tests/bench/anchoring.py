"""What it costs to find quotes in an article of 1 MB, folding included, beside the least that anybody could do.

python -m tests.bench.anchoring

The limit is `str.find` twice on the bare text: once for the quote, once more to see that it stands nowhere else. Where
npm is installed, Apache Annotator's matcher of text quotes looks for the same quotes as well, each to its second place.
CPU seconds, medians of five runs by turns.
"""

import json
import random
import shutil
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from explainer.anchoring.match import Selector, find
from explainer.text.folding import fold
from tests.projects import PROJECT

SIZES, RUNS, LENGTH = (100, 1_000, 10_000), 5, 1_000_000
_APACHE = "@apache-annotator/selector@0.2.0"
_SCRIPT = """
import { readFileSync } from "node:fs";
import { textQuoteSelectorMatcher } from "@apache-annotator/selector";
const { text, quotes } = JSON.parse(readFileSync(process.argv[2], "utf8"));
const chunk = { data: text, equals: (other) => other === chunk };
const none = () => null;
const scope = { currentChunk: chunk, nextChunk: none, previousChunk: none, precedesCurrentChunk: () => false };
const before = process.cpuUsage();
for (const exact of quotes) {
  const found = textQuoteSelectorMatcher({ exact })({ ...scope });
  for (let places = 0; places < 2 && !(await found.next()).done; places += 1);
}
const { user, system } = process.cpuUsage(before);
console.log((user + system) / 1e6);
"""


def main() -> None:
    text = _text()
    print(f"{'quotes':>8} {'ours s':>8} {'find twice s':>13} {'ratio':>6} {'Apache s':>9} {'ratio':>6}")
    with tempfile.TemporaryDirectory() as folder:
        apache = _apache(Path(folder), text)
        for size in SIZES:
            quotes = _quotes(text, size)
            runs = [(_timed(_ours, text, quotes), _timed(_limit, text, quotes)) for _ in range(RUNS)]
            ours, limit = map(statistics.median, zip(*runs, strict=True))
            other = apache(quotes) if apache else None
            beside = f"{other:9.3f} {ours / other:6.2f}" if other else f"{'no npm':>9}"
            print(f"{size:8} {ours:8.3f} {limit:13.3f} {ours / limit:6.2f} {beside}", flush=True)


def _text() -> str:
    """Words of the site's article in an order of their own, in lines of some seventy characters."""
    draw = random.Random(1)
    words = (PROJECT / "seeds/articles/counter-invasion/source.txt").read_text("utf-8").split()
    lines: list[str] = []
    length = 0
    while length < LENGTH:
        lines.append(" ".join(draw.choices(words, k=11)))
        length += len(lines[-1]) + 1
    return "\n".join(lines)[:LENGTH]


def _quotes(text: str, size: int) -> list[str]:
    draw, words = random.Random(2), text.split(" ")
    starts = (draw.randrange(len(words) - 14) for _ in range(size))
    return [" ".join(words[start : start + draw.randrange(5, 15)]) for start in starts]


def _ours(text: str, quotes: list[str]) -> int:
    passage = fold(text)
    return sum(len([passage.offsets(m.start, m.end) for m in find(passage, Selector(quote))]) for quote in quotes)


def _limit(text: str, quotes: list[str]) -> int:
    return sum(text.find(quote, text.find(quote) + 1) < 0 for quote in quotes)


def _timed(way: Callable[[str, list[str]], int], text: str, quotes: list[str]) -> float:
    began = time.process_time()
    way(text, quotes)
    return time.process_time() - began


def _apache(folder: Path, text: str) -> Callable[[list[str]], float] | None:
    if not shutil.which("npm"):
        return None
    subprocess.run(["npm", "install", "--silent", _APACHE], cwd=folder, check=True, capture_output=True)
    (folder / "find.mjs").write_text(_SCRIPT, "utf-8")

    def seconds(quotes: list[str]) -> float:
        (folder / "given.json").write_text(json.dumps({"text": text, "quotes": quotes}), "utf-8")
        command = ["node", "find.mjs", "given.json"]
        runs = (subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True) for _ in range(RUNS))
        return statistics.median(float(run.stdout) for run in runs)

    return seconds


if __name__ == "__main__":
    main()
