"""The XML of RDF as things with properties, in the order of the file.

Read here: what the known library gives has no order and no places, which a draft and its messages need, and it takes
files that declare entities. What Zotero and those who follow it write is all of RDF/XML but its literals of XML.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from explainer.authoring.importing.xml_tree import Element

RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"


@dataclass(slots=True, eq=False)
class Thing:
    """A thing of RDF; `properties` are texts and other things, by name with its namespace, as the file has them."""

    name: str
    """Its address, or what the file calls it; empty where it has no name."""
    type: str = ""
    line: int = 0
    column: int = 0
    properties: "list[tuple[str, str | Thing]]" = field(default_factory=list)

    def texts(self, local: str) -> list[str]:
        """The texts of a property, in whatever namespace."""
        return [value for name, value in self.properties if _local(name) == local and isinstance(value, str)]

    def things(self, local: str) -> "list[Thing]":
        return [value for name, value in self.properties if _local(name) == local and isinstance(value, Thing)]

    @property
    def kind(self) -> str:
        """Its type without the namespace."""
        return _local(self.type)

    @property
    def words(self) -> str:
        """All that is said of it, in one line; of other things that have a name, their title or that name."""
        parts = [
            value if isinstance(value, str) else value.title if value.name else value.words
            for _, value in self.properties
        ]
        return "; ".join(" ".join(part.split()) for part in parts if part.strip())

    @property
    def title(self) -> str:
        """How it is called."""
        return next(iter(self.texts("title")), self.name)


def things_in(root: Element) -> list[Thing]:
    """Every thing that the file describes, in its order."""
    reader = _RdfReader()
    for element in root.children if root.name == f"{RDF}RDF" else [root]:
        reader.thing(element)
    return [thing for thing in reader.found.values() if thing.properties or thing.type]


class _RdfReader:
    def __init__(self) -> None:
        self.found: dict[int, Thing] = {}
        """By their identity, in the order of the file."""
        self._by_name: dict[str, Thing] = {}

    def thing(self, element: Element) -> Thing:
        """What an element describes, with what other elements say of the same."""
        attributes = element.attributes
        name = attributes.get(f"{RDF}about", "")
        if f"{RDF}ID" in attributes:
            name = f"#{attributes[f'{RDF}ID']}"
        elif f"{RDF}nodeID" in attributes:
            name = f"_:{attributes[f'{RDF}nodeID']}"
        thing = self._named(name)
        if element.name != f"{RDF}Description":
            thing.type = thing.type or element.name
        thing.line, thing.column = thing.line or element.line, thing.column or element.column
        self.found.setdefault(id(thing), thing)
        thing.properties += [
            (key, value) for key, value in attributes.items() if not key.startswith(RDF) and "}" in key
        ]
        for child in element.children:
            for value in self._values(child):
                if child.name == f"{RDF}type" and isinstance(value, Thing):
                    thing.type = thing.type or value.name
                else:
                    thing.properties.append((child.name, value))
        return thing

    def _named(self, name: str) -> Thing:
        return self._by_name.setdefault(name, Thing(name)) if name else Thing("")

    def _values(self, element: Element) -> Iterator[str | Thing]:
        attributes = element.attributes
        if f"{RDF}resource" in attributes:
            yield self._named(attributes[f"{RDF}resource"])
        elif f"{RDF}nodeID" in attributes:
            yield self._named(f"_:{attributes[f'{RDF}nodeID']}")
        elif attributes.get(f"{RDF}parseType") == "Resource":
            yield self.thing(Element(f"{RDF}Description", {}, element.line, element.column, element.parts))
        elif element.children and attributes.get(f"{RDF}parseType") != "Literal":
            yield from map(self.thing, element.children)
        else:
            yield element.text


def _local(name: str) -> str:
    return name.rpartition("}")[2].rpartition("#")[2].rpartition("/")[2]
