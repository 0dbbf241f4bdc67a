"""When two addresses are of one page."""

from urllib.parse import urlsplit


def plain_address(address: str) -> str:
    """An address without what does not tell pages apart: how it is fetched, `www.`, a last slash, a fragment."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return address
    query = f"?{parts.query}" if parts.query else ""
    return f"{(parts.hostname or '').removeprefix('www.')}{parts.path.rstrip('/')}{query}"
