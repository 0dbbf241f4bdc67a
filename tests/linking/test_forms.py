"""Forms of a term that asks for all of them, in articles of several languages."""

from typing import Any

import pytest
import yaml

from explainer.text import lemmas
from tests.cases import HERE, cases_in
from tests.linking.test_glossary import links, seeds
from tests.stages import linked

CASES = cases_in(HERE / "linking" / "forms.yaml")


def in_language(case: dict[str, Any]) -> dict[str, bytes]:
    made = seeds(case["text"], case["glossary"])
    for path in ("seeds/articles/a/article.yaml", "seeds/site.yaml"):
        made[path] += f"language: {case['language']}\n".encode()
    terms = [{**term, "forms": "all"} for term in yaml.safe_load(made["seeds/glossary.yaml"])]
    made["seeds/glossary.yaml"] = yaml.safe_dump(terms, allow_unicode=True).encode()
    places = [
        {"id": f"place-{number}", "name": name, "type": "town", "within": "Land"}
        for number, name in enumerate(case.get("places", ()))
    ]
    made["seeds/places.yaml"] = yaml.safe_dump(places, allow_unicode=True).encode()
    return made


@pytest.mark.parametrize("case", CASES, ids=[case["title"] for case in CASES])
def test_all_forms(case: dict[str, Any]) -> None:
    records, _ = linked(in_language(case))
    assert [f"{term}: {case['text'][start:end]}" for term, start, end in links(records)] == case["links"]


def test_forms_in_our_own_texts_are_linked_too() -> None:
    case = {"language": "en", "text": "A text.", "glossary": {"ferry": ["ferry"]}}
    box = yaml.safe_dump({"title": "A", "description": "A.", "as-of": "2031", "text": "Two ferries sank."})
    records, _ = linked(in_language(case) | {"seeds/context/box.yaml": box.encode()})
    assert any(ref.id == "ferry" for ref in records.uses)


@pytest.mark.parametrize(
    ("word", "name", "language", "surely", "perhaps"),
    [
        ("Києві", "Київ", "uk", True, True),
        ("лоцманів", "лоцман", "uk", False, True),  # not in the dictionary
        ("Бєлгороді", "Бєлгород", "uk", False, True),
        ("Білгороді", "Бєлгород", "uk", False, False),
        ("Тёткине", "Тёткино", "ru", False, True),
        ("тёткин", "Тёткино", "ru", False, False),
        ("Häfen", "Hafen", "de-AT", True, True),
        ("Hafen", "Hafen", "de", False, False),
        ("ferries", "ferry", "tlh", False, False),
    ],
)
def test_what_is_a_form(word: str, name: str, language: str, surely: bool, perhaps: bool) -> None:
    assert (lemmas.is_form(word, name, language), lemmas.may_be_form(word, name, language)) == (surely, perhaps)
