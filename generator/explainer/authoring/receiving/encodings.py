"""Bodies as servers compress them, unpacked within bounds.

warcio hands them over as they are where a decoder is missing, so that this is not left to it.
"""

import re
import zlib
from typing import Any

from explainer.authoring.receiving.received import CannotReadError

LARGEST = 40_000_000
"""Bytes of a page, unpacked."""
_MISSING = (
    "reading what is compressed as `{}` needs the optional group `archives`; in the folder of explainer: "
    "pip install '.[archives]'"
)


def unpacked(body: bytes, encodings: str) -> bytes:
    """The body without its encodings, the last of which was done last."""
    for name in reversed([each.strip().lower() for each in encodings.split(",") if each.strip()]):
        if name in ("identity", "none", "utf-8", "utf8"):
            continue
        if _is_open(body):
            return body  # some programs keep the header of what they have unpacked
        try:
            body = _one(body, name)
        except (zlib.error, EOFError, ValueError) as error:
            raise CannotReadError(f"the body of this page is broken: {error}") from None
        if len(body) > LARGEST:
            raise CannotReadError(f"this page unpacks to more than {LARGEST // 1_000_000} MB")
    return body


def _is_open(body: bytes) -> bool:
    return bool(re.match(rb"(?:\xef\xbb\xbf)?\s*<[!?a-zA-Z]", body))


def _one(body: bytes, name: str) -> bytes:
    if name in ("gzip", "x-gzip"):
        return zlib.decompressobj(31).decompress(body, LARGEST + 1)
    if name == "deflate":
        try:
            return zlib.decompressobj(15).decompress(body, LARGEST + 1)
        except zlib.error:
            return zlib.decompressobj(-15).decompress(body, LARGEST + 1)
    if name == "br":
        return _brotli(body)
    if name == "zstd":
        return _zstd(body)
    raise CannotReadError(
        f"the body of this page is compressed as `{name}`, which cannot be read", "save the page itself"
    )


def _brotli(body: bytes) -> bytes:
    try:
        import brotli
    except ImportError:
        raise CannotReadError(_MISSING.format("br")) from None
    decoder, pieces, size = brotli.Decompressor(), [], 0
    try:
        pieces.append(decoder.process(body, output_buffer_limit=1 << 20))
        while not decoder.is_finished() and (size := size + len(pieces[-1])) <= LARGEST:
            if not (piece := decoder.process(b"", output_buffer_limit=1 << 20)):
                raise ValueError("it is cut short")
            pieces.append(piece)
    except brotli.error as error:
        raise ValueError(str(error)) from None
    return b"".join(pieces)


def _zstd(body: bytes) -> bytes:
    zstandard = _zstandard()
    try:
        with zstandard.ZstdDecompressor(max_window_size=1 << 27).stream_reader(body) as reader:
            content: bytes = reader.read(LARGEST + 1)
    except zstandard.ZstdError as error:
        raise ValueError(str(error)) from None
    return content


def _zstandard() -> Any:
    try:
        import zstandard
    except ImportError:
        raise CannotReadError(_MISSING.format("zstd")) from None
    return zstandard
