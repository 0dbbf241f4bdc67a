"""Processes that go on from where this one is: what they tell, and how their end is noticed."""

import subprocess
import sys
import textwrap

import pytest


def _run(code: str) -> str:
    begin = "import os, signal\nfrom explainer.engine.workers import Worker, WorkerError\n"
    done = subprocess.run(
        [sys.executable, "-c", begin + textwrap.dedent(code)], capture_output=True, text=True, timeout=25, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_much_is_told_without_anybody_listening() -> None:
    assert _run("""
        def work(tell, is_wanted):
            for number in range(3):
                tell([number, "ü" * 300_000, "\\udc80"])
        worker = Worker(work)
        print([worker.hear()[0] for _ in range(3)])
        worker.end()
    """) == "[0, 1, 2]\n"  # fmt: skip


@pytest.mark.parametrize(
    ("ends", "told"),
    [
        ("raise ValueError('no ink')", "ValueError: no ink"),
        ("os._exit(7)", "it ended with exit code 7 before it was done"),
        ("os.kill(os.getpid(), signal.SIGTERM)", "it was killed (SIGTERM)"),
        ("os.kill(os.getpid(), signal.SIGKILL)", "it was killed (SIGKILL); was there too little memory?"),
    ],
)
def test_an_end_before_the_end_is_told(ends: str, told: str) -> None:
    assert told in _run(f"""
        def work(tell, is_wanted):
            tell("one")
            {ends}
        worker = Worker(work)
        print(worker.hear())
        try:
            worker.hear()
        except WorkerError as error:
            print(error)
        worker.end()
    """)


def test_nobody_goes_on_for_a_process_that_is_gone() -> None:
    """Its standard output is ours: as long as somebody has it open, this waits, and in the end fails."""
    _run("""
        def work(tell, is_wanted):
            while True:
                is_wanted()
        Worker(work)
        os._exit(0)
    """)


def test_one_that_is_wanted_no_more_is_ended_and_nothing_stays_open() -> None:
    assert _run("""
        before = len(os.listdir("/proc/self/fd"))
        worker = Worker(lambda tell, is_wanted: signal.pause())
        worker.end()
        worker.end()
        print(len(os.listdir("/proc/self/fd")) - before)
        try:
            os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            print("none")
    """) == "0\nnone\n"  # fmt: skip


def test_a_terminal_that_interrupts_all_is_told_of_by_the_first() -> None:
    code = """
        signal.signal(signal.SIGINT, signal.default_int_handler)  # what was begun in the background ignores it
        def work(tell, is_wanted):
            os.kill(os.getpid(), signal.SIGINT)
            tell("still here")
        worker = Worker(work)
        print(worker.hear())
        worker.end()
    """
    assert _run(code) == "still here\n"
