"""The links of a comment: to the published site, to the preview, and nowhere else."""

import re
from dataclasses import dataclass

from explainer.pull_requests.report import AFTER, BEFORE

_PATH = re.compile(r"(?:[A-Za-z0-9._~-]+/)*(?:[A-Za-z0-9._~-]+)?(?:#[A-Za-z0-9._~:/-]*)?")


@dataclass(frozen=True, slots=True)
class PreviewAddresses:
    """Where the two sites are, with a `/` at the end; None where one is not to be linked."""

    before: str | None
    after: str | None

    def of(self, placeholder: str) -> str | None:
        """The address that a link of the report stands for; None where it is not to be linked."""
        for stand_in, site in ((BEFORE, self.before), (AFTER, self.after)):
            if placeholder.startswith(stand_in):
                path = placeholder.removeprefix(stand_in)
                is_plain = _PATH.fullmatch(path) is not None and ".." not in path.split("#")[0].split("/")
                return _joined(site, path) if site and is_plain else None
        return None


def _joined(site: str, path: str) -> str:
    """A site that is a folder on a disk has no server that finds a folder's page."""
    page, hash_, fragment = path.partition("#")
    if not site.startswith("https://") and (not page or page.endswith("/")):
        page += "index.html"
    return f"{site}{page}{hash_}{fragment}"
