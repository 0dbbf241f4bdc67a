"""What Jinja makes of the templates of pages: less work for each value that is printed, and kept as Python keeps code.

Jinja's code asks of each value whether it is to be escaped, of each attribute whether it is an item, and of each call
whether the context goes with it. Our templates print everything through `finalize`, which escapes; name attributes of
records and views, never items; and call nothing that wants the context. So here an attribute is an attribute, a call a
call, and printing takes two thirds of the time.
"""

import hashlib
import marshal
import sys
from contextlib import suppress
from importlib.util import cache_from_source
from pathlib import Path
from tempfile import NamedTemporaryFile

import jinja2
from jinja2 import nodes
from jinja2.bccache import Bucket, BytecodeCache
from jinja2.compiler import CodeGenerator, Frame


class PlainCode(CodeGenerator):
    """Python as a person would write it for the same template."""

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802  # Jinja's names
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802
        assert not forward_caller, "no template of ours has a call block"
        self.visit(node.node, frame)
        self.write("(*()")  # each argument begins with a comma
        self.signature(node, frame)
        self.write(")")

    def _output_child_to_const(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> str:
        """Nothing is printed beforehand: so the code is the same in each language, whatever filters do there."""
        if not isinstance(node, nodes.TemplateData):
            raise nodes.Impossible
        return super()._output_child_to_const(node, frame, finalize)

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:  # noqa: ARG002
        self.write(finalize.src or "str(")

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:  # noqa: ARG002
        self.write(")")


class KeptCode(BytecodeCache):
    """Keeps the code of each template where Python keeps that of modules, and under the same conditions."""

    def __init__(self, made_by: str) -> None:
        """`made_by` says how the templates are compiled: code that was made otherwise is made anew."""
        self._made_by = "\0".join((made_by, Path(__file__).read_text("utf-8"), jinja2.__version__, sys.version))

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        return cache_from_source(filename or name)

    def get_source_checksum(self, source: str) -> str:
        return hashlib.sha256(f"{self._made_by}\0{source}".encode()).hexdigest()

    def load_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError):
            written = Path(bucket.key).read_bytes()
            digest, code = written[:_DIGEST], written[_DIGEST:]
            if digest == _digest(bucket, code):
                bucket.code = marshal.loads(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        if sys.dont_write_bytecode:
            return
        target, code = Path(bucket.key), marshal.dumps(bucket.code)
        with suppress(OSError):
            target.parent.mkdir(exist_ok=True)
            with NamedTemporaryFile(dir=target.parent, delete=False) as file:
                file.write(_digest(bucket, code) + code)
            Path(file.name).replace(target)


_DIGEST = 32


def _digest(bucket: Bucket, code: bytes) -> bytes:
    """Of the code and of all that it was made of: what was cut, or made of another text, is as if it was not there."""
    return hashlib.sha256(bucket.checksum.encode() + code).digest()
