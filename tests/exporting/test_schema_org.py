"""Claims and reviews in the words of schema.org: each property is one of its type, and nothing is said too much."""

import json
import re
from importlib.resources import files
from typing import Any

import pytest
from pyld import jsonld

from explainer import exporting
from explainer.commands import cli
from explainer.exporting import Addresses
from explainer.exporting.schema_org import UNJUDGED
from explainer.model.marks import unmarked
from explainer.model.seeds import ClaimAnnotation
from explainer.model.stages import Linked
from explainer.model.status import judgement_of
from explainer.vocabulary import PartyType
from tests.projects import MINIMAL
from tests.stages import printed

SCHEMA = "http://schema.org/"


class Vocabulary:
    """schema.org itself, as a library of its field brings it along."""

    def __init__(self) -> None:
        content = json.loads(files("rocrate").joinpath("data/schema.jsonld").read_text("utf-8"))
        self.nodes = {node["@id"].removeprefix("schema:"): node for node in content["@graph"]}

    def above(self, type_: str) -> set[str]:
        """A type with all those that it is one of."""
        parents = self._names(self.nodes[type_].get("rdfs:subClassOf", []))
        return {type_}.union(*(self.above(each) for each in parents if each in self.nodes))

    def may_have(self, type_: str, key: str) -> bool:
        return bool(self.above(type_) & set(self._names(self.nodes[key]["schema:domainIncludes"])))

    def may_be(self, key: str, types: set[str]) -> bool:
        allowed = set(self._names(self.nodes[key]["schema:rangeIncludes"]))
        return bool({"Thing"} & allowed or {above for each in types for above in self.above(each)} & allowed)

    @staticmethod
    def _names(value: Any) -> list[str]:
        return [each["@id"].removeprefix("schema:") for each in (value if isinstance(value, list) else [value])]


VOCABULARY = Vocabulary()
TEXTS = {"Text", "URL", "Date", "DateTime"}


def graph(records: Linked, addresses: Addresses) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(json.dumps(exporting.schema_org_graph(records, addresses)))
    return made


def misused(node: dict[str, Any], types: dict[str, str]) -> list[str]:
    """Properties that the type does not have, or whose values are of a type that they may not have."""
    found = []
    for key, value in node.items():
        if key.startswith("@"):
            continue
        if key not in VOCABULARY.nodes or not VOCABULARY.may_have(node["@type"], key):
            found.append(f"{node['@type']}.{key}")
            continue
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, dict):
                kind = each.get("@type") or types.get(each.get("@id", ""), "Thing" if "name" in each else "nothing")
                is_right = kind == "Thing" or VOCABULARY.may_be(key, {kind})
                found += misused(each, types) if "@type" in each else []
            else:
                is_right = VOCABULARY.may_be(key, TEXTS)
            found += [] if is_right else [f"{node['@type']}.{key} of {each}"]
    return found


def test_it_says_what_schema_org_allows(records: Linked, addresses: Addresses) -> None:
    nodes = graph(records, addresses)["@graph"]
    types = {node["@id"]: node["@type"] for node in nodes}
    assert len(types) == len(nodes), "every node has a name of its own"
    assert [each for node in nodes for each in misused(node, types)] == []


def test_pages_say_what_schema_org_allows(woven_records: Linked) -> None:
    found = 0
    for page in printed(woven_records):
        for block in re.findall(r'<script type="application/ld\+json">(.*?)</script>', page.markdown):
            nodes = json.loads(block)["@graph"]
            types = {node["@id"]: node["@type"] for node in nodes if "@id" in node} | {"#source": "NewsArticle"}
            assert [each for node in nodes for each in misused(node, types)] == []
            found += len(nodes)
    assert found > 5


def test_the_vocabulary_sees_what_is_wrong() -> None:
    node = {"@type": "Claim", "claimReviewed": "x", "author": {"@type": "Place"}, "sureness": "1", "text": "y"}
    assert misused(node, {}) == ["Claim.claimReviewed", "Claim.author of {'@type': 'Place'}", "Claim.sureness"]


def test_it_is_json_ld_whose_names_are_addresses(woven_records: Linked, addresses: Addresses) -> None:
    def load(url: str, _: Any) -> dict[str, Any]:
        assert url == "https://schema.org"
        return {"contextUrl": None, "documentUrl": url, "document": {"@context": {"@vocab": SCHEMA}}}

    expanded = jsonld.expand(graph(woven_records, addresses), {"documentLoader": load})
    assert {node["@type"][0].removeprefix(SCHEMA) for node in expanded} >= {"Claim", "ClaimReview", "Person", "WebSite"}
    assert all(node["@id"].startswith(addresses.site) for node in expanded)


def test_a_claim_has_its_words_and_who_said_them(records: Linked, addresses: Addresses) -> None:
    nodes = {node["@id"]: node for node in graph(records, addresses)["@graph"]}
    count = 0
    for article in records.anchored.articles.values():
        for anchor in article.anchors:
            claim = anchor.annotation.value
            if not isinstance(claim, ClaimAnnotation):
                continue
            count += 1
            node = nodes[addresses.of_any(records.addresses[anchor.annotation.ref])]  # type: ignore[index]
            assert node["text"].split() == article.seed.text.text[anchor.start : anchor.end].split()
            party = records.seeds.parties[claim.party].value
            if party.type is PartyType.ARTICLE:
                assert "author" not in node
            else:
                assert nodes[node["author"]["@id"]]["name"] == unmarked(party.name)
    assert count


def test_a_review_stands_only_where_something_was_assessed_and_rates_nothing(
    records: Linked, addresses: Addresses
) -> None:
    nodes = graph(records, addresses)["@graph"]
    text = json.dumps(nodes)
    assert "Rating" not in text and "additionalProperty" not in text
    reviews = [node for node in nodes if node["@type"] == "ClaimReview"]
    assert reviews
    statuses = {node["keywords"]["termCode"] for node in reviews}
    assert statuses & {each.value for each in UNJUDGED} == set()
    claims = {node["@id"] for node in nodes if node["@type"] == "Claim"}
    assert {each["@id"] for node in reviews for each in node["itemReviewed"]} <= claims
    for entry in records.seeds.questions.values():
        judged = judgement_of(entry.value, records.seeds.questions)
        assert entry.ref and judged
        address = addresses.of_any(records.addresses[entry.ref])
        if judged.status in UNJUDGED:
            assert not [node for node in reviews if node["url"] == address]


def test_the_command_prints_it(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(MINIMAL)
    assert cli.run(["export", "--format", "schema-org"]) == 0
    assert json.loads(capsys.readouterr().out)["@context"] == "https://schema.org"
