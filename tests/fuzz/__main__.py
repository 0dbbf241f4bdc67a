"""`make fuzz`: random seeds, pages, exports and artifacts, until so many were tried.

python -m tests.fuzz [COUNT] [FIRST]

COUNT inputs in all (default 100,000), from the random seed FIRST on (default 0), on as many processes as there are
cores. Each seed that failed is printed with how to try it again, and ends the run with exit code 1.
"""

import os
import signal
import sys
import traceback
from concurrent.futures import ProcessPoolExecutor
from types import FrameType, ModuleType

from explainer.reporting.progress import progress
from tests.fuzz import archives, commands, seeds

KINDS: dict[str, ModuleType] = {"seeds": seeds, "commands": commands, "archives": archives}
HANGS = 60
"""Seconds of CPU after which an input has hung."""
AT_ONCE = 10
"""Random seeds that a process tries before it tells."""


def tried(kind: str, first: int) -> tuple[int, list[str]]:
    """How many inputs were tried, from some random seeds on, and what was wrong with them."""
    signal.signal(signal.SIGVTALRM, _hung)
    count, wrong = 0, []
    for seed in range(first, first + AT_ONCE):
        for number, given in enumerate(KINDS[kind].inputs(seed)):
            count += 1
            signal.setitimer(signal.ITIMER_VIRTUAL, HANGS)
            try:
                KINDS[kind].check(given)
            except BaseException:
                again = f"list(tests.fuzz.{kind}.inputs({seed}))[{number}]"
                wrong.append(f"{kind}, seed {seed}: {again}\n{traceback.format_exc(limit=-6)}")
            finally:
                signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return count, wrong


def main(count: int = 100_000, first: int = 0) -> int:
    done, failures, seed = 0, 0, first
    with ProcessPoolExecutor(os.cpu_count()) as pool, progress() as tell:
        while done < count:
            work = [(kind, seed + AT_ONCE * turn) for turn in range(8) for kind in KINDS]
            for tried_now, wrong in pool.map(tried, *zip(*work, strict=True)):
                done += tried_now
                failures += len(wrong)
                print("".join(f"{each}\n" for each in wrong), end="", flush=True)
                tell("trying inputs", min(done, count), count)
            seed += AT_ONCE * 8
    print(f"{done} inputs tried, {failures} failed")
    return 1 if failures else 0


def _hung(signum: int, frame: FrameType | None) -> None:
    raise TimeoutError(f"not done after {HANGS} s")


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
