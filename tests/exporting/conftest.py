"""The sites that are exported: a small one with everything, an edition of one, the real one. Each is linked once."""

import shutil
from pathlib import Path

import pytest

from explainer import pipeline
from explainer.exporting import Addresses
from explainer.model.stages import Linked
from tests.cases import woven_seeds, write
from tests.projects import MINIMAL, PROJECT
from tests.stages import linked

SITE = "https://site.example/town/"
NAMES = ("woven", "edition", "real")


@pytest.fixture(scope="session")
def woven_records() -> Linked:
    return linked(woven_seeds())[0]


@pytest.fixture(scope="session")
def edition_records(tmp_path_factory: pytest.TempPathFactory) -> Linked:
    folder = edition_folder(tmp_path_factory.mktemp("edition"))
    return next(each for each in pipeline.link(folder)[0].editions if each.catalogue.language == "de")


@pytest.fixture(scope="session")
def real_records() -> Linked:
    return pipeline.link(PROJECT)[0]


@pytest.fixture(params=NAMES)
def records(request: pytest.FixtureRequest) -> Linked:
    found: Linked = request.getfixturevalue(f"{request.param}_records")
    return found


@pytest.fixture(scope="session")
def addresses() -> Addresses:
    return Addresses(SITE)


def edition_folder(folder: Path) -> Path:
    """A small site with an edition in German, some of which is not translated."""
    for site in (MINIMAL, MINIMAL.parent / "editions"):
        shutil.copytree(site, folder, dirs_exist_ok=True)
    return folder


def woven_folder(folder: Path) -> Path:
    write(folder, woven_seeds())
    return folder
