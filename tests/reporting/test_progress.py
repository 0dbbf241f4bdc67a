"""Progress: on a terminal, when work is long, and gone when it is done; nothing in a pipe."""

import os
import pty
import re
import select
import subprocess
import sys

import pytest

from tests.projects import MINIMAL, PROJECT, environment

WORK = """\
import time
from explainer.reporting.progress import progress
with progress() as tell:
    for done in range(COUNT):
        tell("counting [sheep]", done, COUNT)
        time.sleep(SECONDS)
    FAIL
print("the result")
"""
# Shown at once and each step drawn, so that those of a small site can be seen.
CHECK = f"""\
import os, sys
from rich.progress import Progress
from explainer.commands import cli
from explainer.reporting import progress
progress.LATER = 0
update = Progress.update
Progress.update = lambda bar, *what, **more: (update(bar, *what, **more), bar.refresh())
os.chdir({str(MINIMAL)!r})
sys.exit(cli.run(["check"]))
"""


def on_terminal(code: str, **changed: str) -> tuple[str, str]:
    """What Python prints on standard output, which is a pipe, and on standard error, which is a terminal."""
    master, slave = pty.openpty()
    env = environment(**{"TERM": "xterm", "COLUMNS": "80", **changed})
    process = subprocess.Popen([sys.executable, "-c", code], cwd=PROJECT, env=env, stdout=subprocess.PIPE, stderr=slave)
    os.close(slave)
    seen = b""
    while True:
        ready, _, _ = select.select([master], [], [], 0.1)
        try:
            part = os.read(master, 4096) if ready else b""
        except OSError:  # nobody has the terminal any more
            break
        seen += part
        if not part and process.poll() is not None:
            break
    os.close(master)
    assert process.stdout is not None
    printed = process.stdout.read().decode()
    process.stdout.close()
    process.wait()
    return printed, seen.decode()


def work(count: int, seconds: float, fail: str = "pass") -> str:
    return WORK.replace("COUNT", str(count)).replace("SECONDS", str(seconds)).replace("FAIL", fail)


def test_long_work_is_shown_and_the_line_goes() -> None:
    printed, seen = on_terminal(work(16, 0.1))
    assert printed == "the result\n"
    plain = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", seen)
    assert "counting [sheep]" in plain
    assert "of 16" in plain
    assert seen.endswith("\x1b[2K"), "the line is wiped"
    assert seen.count("\x1b[?25l") == seen.count("\x1b[?25h") == 1, "the cursor is back"


def test_a_long_step_that_tells_nothing_more_is_shown_too() -> None:
    assert "counting [sheep]" in on_terminal(work(1, 1.5))[1]


@pytest.mark.parametrize(
    ("seconds", "terminal"), [(0.05, "xterm"), (0.8, "dumb")], ids=["short work", "a terminal that shows only lines"]
)
def test_nothing_is_shown(seconds: float, terminal: str) -> None:
    assert on_terminal(work(2, seconds), TERM=terminal) == ("the result\n", "")


def test_nothing_is_left_where_the_work_fails() -> None:
    _, seen = on_terminal(work(16, 0.1, "raise SystemExit('failed')"))
    assert seen.endswith("failed\r\n")
    assert seen.count("\x1b[?25l") == seen.count("\x1b[?25h") == 1


def test_nothing_in_a_pipe() -> None:
    command = [sys.executable, "-c", work(16, 0.1)]
    done = subprocess.run(command, cwd=PROJECT, env=environment(), capture_output=True, text=True)
    assert (done.stdout, done.stderr) == ("the result\n", "")


def test_a_check_tells_its_steps_and_prints_the_same() -> None:
    printed, seen = on_terminal(CHECK)
    assert printed == "no mistakes found\n"
    steps = ("reading the seeds", "checking each file", "finding the quotes", "following the references")
    assert any(step in seen for step in steps)
