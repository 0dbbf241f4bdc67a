"""Processes that go on from where this one is, with all that it has read: forks, which tell what they found.

They tell through files, so that none waits for another to listen; the pipe says only that there is something to read.
"""

import json
import os
import signal
import sys
import tempfile
import traceback
from collections.abc import Callable
from typing import IO, Any, NoReturn, TypeAlias

Tell: TypeAlias = Callable[[Any], None]
"""Tells the process that began this one, in values that JSON has."""
_LENGTH = 8


class WorkerError(Exception):
    """A process ended before it had told everything; says how."""


class OrphanError(BaseException):
    """The process that began this one is gone: what is made here is wanted no more."""


class Worker:
    """One such process, as seen by the one that began it."""

    def __init__(self, work: Callable[[Tell, Callable[[], None]], None]) -> None:
        """`work` is called there with what it tells by, and with what it calls now and then: is it still wanted?"""
        self._file = tempfile.TemporaryFile()  # noqa: SIM115  # closed by `end`
        self._read = 0
        begin = os.getpid()
        self._pipe, writes = os.pipe()
        sys.stdout.flush()
        sys.stderr.flush()
        self._process = os.fork()
        if not self._process:
            os.close(self._pipe)
            _be(work, self._file, writes, begin)
        os.close(writes)

    def hear(self) -> Any:
        """The next thing that it tells. Raises WorkerError where it told of an exception, or is gone."""
        said = b""
        while len(said) < _LENGTH and (more := os.read(self._pipe, _LENGTH - len(said))):
            said += more
        if len(said) < _LENGTH:
            raise WorkerError(self._end_of_it())
        length = int.from_bytes(said, "big")
        told = json.loads(os.pread(self._file.fileno(), length, self._read))
        self._read += length
        if isinstance(told, dict) and "raised" in told:
            raise WorkerError(told["raised"])
        return told

    def _end_of_it(self) -> str:
        status, self._process = os.waitstatus_to_exitcode(os.waitpid(self._process, 0)[1]), 0
        if status < 0:
            return f"it was killed ({signal.Signals(-status).name})" + "; was there too little memory?" * (status == -9)
        return f"it ended with exit code {status} before it was done"

    def end(self) -> None:
        """Have it end, if it has not."""
        if self._process:
            os.kill(self._process, signal.SIGKILL)
            os.waitpid(self._process, 0)
            self._process = 0
        if not self._file.closed:
            os.close(self._pipe)
            self._file.close()


def _be(work: Callable[[Tell, Callable[[], None]], None], file: IO[bytes], pipe: int, parent: int) -> NoReturn:
    def tell(value: Any) -> None:
        written = json.dumps(value, ensure_ascii=False).encode(errors="surrogatepass")
        file.write(written)
        file.flush()
        os.write(pipe, len(written).to_bytes(_LENGTH, "big"))

    def is_wanted() -> None:
        if os.getppid() != parent:
            raise OrphanError

    code = 1
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # the terminal asks all; the first process ends the others
        work(tell, is_wanted)
        code = 0
    except OrphanError:
        pass
    except BaseException:
        tell({"raised": traceback.format_exc()})
    finally:
        # Nothing that the first process is to do at its end is done here.
        sys.stderr.flush()
        os._exit(code)
