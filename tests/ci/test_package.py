"""What goes to an index of packages: a description that holds there, nothing at run time that only builders need."""

import re
import tomllib

import cmarkgfm

from explainer.commands import COMMANDS
from tests.projects import PROJECT

PYPROJECT = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))
ABOUT = PYPROJECT["project"]


def test_the_description_leads_nowhere_that_an_index_does_not_have() -> None:
    shown = cmarkgfm.github_flavored_markdown_to_html((PROJECT / ABOUT["readme"]).read_text("utf-8"))
    assert "<h1>explainer</h1>" in shown
    assert [each for each in re.findall(r'(?:href|src)="([^"]*)"', shown) if not each.startswith("https://")] == []


def test_the_commands_of_the_description_exist() -> None:
    told = re.findall(r"(?:^|`)explainer (\w+)", (PROJECT / ABOUT["readme"]).read_text("utf-8"), re.MULTILINE)
    assert len(told) > 4
    assert set(told) <= COMMANDS.keys()


def test_what_builds_the_package_is_not_needed_to_run_it() -> None:
    needed = {re.split(r"[<>=!~ ]", each)[0] for each in ABOUT["dependencies"]}
    built = {re.split(r"[<>=!~ ]", each)[0] for each in PYPROJECT["build-system"]["requires"]}
    assert built == {re.split(r"[<>=!~ ]", each)[0] for each in PYPROJECT["dependency-groups"]["build"]}
    assert needed & built == set()


def test_every_address_of_the_package_is_one() -> None:
    assert [url for url in ABOUT.get("urls", {}).values() if not url.startswith("https://") or "example" in url] == []
