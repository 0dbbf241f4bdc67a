"""A site to be kept: its files as they are and everything made of them, described as an RO-Crate within a BagIt bag.

The crate says what each file is, the bag lists the SHA-256 and SHA-512 of each, so that whoever opens it in many years
sees whether it is whole, and has the site in forms that need no program of ours.
"""

from collections.abc import Iterable, Mapping

from explainer.exporting.addresses import Addresses
from explainer.exporting.archive.bag import bag
from explainer.exporting.archive.crate import METADATA, metadata
from explainer.exporting.archive.forms import FOLDER, every_form
from explainer.model.stages import Linked


def archive(editions: Iterable[tuple[Linked, Addresses]], project: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files of the bag by path. The first of the editions is the original; `project` are the files of the site."""
    (original, addresses), *others = editions
    files = dict(project)
    files |= {f"{FOLDER}/{path}": content for path, content in every_form(original, addresses).items()}
    for linked, own in others:
        folder = f"{FOLDER}/{linked.catalogue.language}"
        files |= {f"{folder}/{path}": content for path, content in every_form(linked, own).items()}
    payload = {**files, METADATA: metadata(original, addresses, files)}
    return bag(original, addresses, payload)
