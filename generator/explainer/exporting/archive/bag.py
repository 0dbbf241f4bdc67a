"""Files as a BagIt bag (RFC 8493): what is kept below `data/`, and the digests of every file."""

import hashlib
from collections.abc import Mapping

from explainer.exporting.addresses import Addresses
from explainer.model.marks import unmarked
from explainer.model.stages import Linked

PAYLOAD = "data"
_ALGORITHMS = ("sha256", "sha512")
_DECLARED = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"


def bag(linked: Linked, addresses: Addresses, payload: Mapping[str, bytes]) -> dict[str, bytes]:
    files = {f"{PAYLOAD}/{path}": content for path, content in sorted(payload.items())}
    tags = {"bagit.txt": _DECLARED.encode(), "bag-info.txt": _info(linked, addresses, payload)}
    tags |= {f"manifest-{name}.txt": _manifest(name, files) for name in _ALGORITHMS}
    return {**tags, **{f"tagmanifest-{name}.txt": _manifest(name, tags) for name in _ALGORITHMS}, **files}


def _manifest(algorithm: str, files: Mapping[str, bytes]) -> bytes:
    lines = (f"{hashlib.new(algorithm, content).hexdigest()}  {_encoded(path)}\n" for path, content in files.items())
    return "".join(lines).encode()


def _encoded(path: str) -> str:
    """As the RFC has it: only what would end the line, and the sign of that itself."""
    return path.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _info(linked: Linked, addresses: Addresses, payload: Mapping[str, bytes]) -> bytes:
    site = linked.seeds.site.value if linked.seeds.site else None
    told = {
        "Source-Organization": site and site.made_by,
        "External-Identifier": addresses.site,
        "External-Description": site and f"{site.title}. {site.description}",
        "Bag-Software-Agent": "explainer",
        "Payload-Oxum": f"{sum(map(len, payload.values()))}.{len(payload)}",
    }
    return "".join(f"{key}: {unmarked(value)}\n" for key, value in told.items() if value).encode()
