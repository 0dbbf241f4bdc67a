"""Which scripts may run in a preview: those of the site that the main branch builds, byte for byte, and no others.

A page's inline scripts are the theme's. The policy names each by its hash, so that the browser refuses any other.
"""

import base64
import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

_INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Scripts:
    """`files` by their path on the site; `hashes` of the inline scripts as a policy writes them."""

    files: Mapping[str, bytes] = field(default_factory=dict)
    hashes: frozenset[str] = frozenset()

    def policy(self) -> str:
        """The Content-Security-Policy of a preview: everything from the site itself, and nothing else."""
        own = "'self'" if self.files else "'none'"
        return "; ".join(
            (
                "default-src 'none'",
                " ".join(("script-src", own, *sorted(self.hashes))),
                f"worker-src {own}",
                "style-src 'self' 'unsafe-inline'",
                "img-src 'self' data:",
                "font-src 'self'",
                "connect-src 'self'",
                "base-uri 'none'",
                "form-action 'none'",
            )
        )


def of_site(site: Path) -> Scripts:
    """The scripts of a site that was built from the main branch."""
    files = {path.relative_to(site).as_posix(): path.read_bytes() for path in sorted(site.rglob("*.js"))}
    pages = (path.read_text(encoding="utf-8") for path in sorted(site.rglob("*.html")))
    hashes = frozenset(sha for page in pages for sha in inline(page))
    return Scripts(files, hashes)


def inline(page: str) -> list[str]:
    """The hash of each inline script that the theme writes in a page."""
    return [_hash(match[1]) for match in _INLINE.finditer(page)]


def _hash(script: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"
