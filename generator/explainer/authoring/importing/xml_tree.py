"""XML as elements that know their place. No entity that a file declares is expanded, and nothing outside of it is read.

Read with expat itself: the trees of the standard library and of lxml know no column, and expand what a file declares
before anybody can look at it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

XML = "{http://www.w3.org/XML/1998/namespace}"
_MOST_DEPTH = 200
_FIX = "mend the file there, or export it again"


class CannotReadXmlError(ValueError):
    """The file is no XML that is taken: where, why, and what to do, in one line."""


@dataclass(slots=True, eq=False)
class Element:
    name: str
    """With its namespace before it in braces, where it has one."""
    attributes: dict[str, str]
    line: int
    column: int
    parts: list["str | Element"] = field(default_factory=list)
    """Its words and elements, in their order."""

    @property
    def local(self) -> str:
        """The name without its namespace."""
        return self.name.rpartition("}")[2]

    @property
    def children(self) -> list["Element"]:
        return [part for part in self.parts if isinstance(part, Element)]

    def all(self) -> Iterator["Element"]:
        """Itself, and every element below it, in the order of the file."""
        yield self
        for child in self.children:
            yield from child.all()

    def named(self, local: str) -> list["Element"]:
        """Its children of a name, in whatever namespace."""
        return [child for child in self.children if child.local == local]

    def first(self, *path: str) -> "Element | None":
        """What stands at a path of names below it."""
        found: Element | None = self
        for local in path:
            found = next(iter(found.named(local)), None) if found else None
        return found

    @property
    def text(self) -> str:
        """All of its words."""
        return "".join(part if isinstance(part, str) else part.text for part in self.parts)

    @property
    def words(self) -> str:
        """All of its words in one line."""
        return " ".join(self.text.split())


def read(name: str, text: str) -> Element:
    """The outermost element. Raises CannotReadXmlError."""
    parser = expat.ParserCreate(namespace_separator="}")
    builder = _ElementBuilder(name, parser)
    try:
        parser.Parse(text.removeprefix("\ufeff"), True)
    except expat.ExpatError as error:
        message = expat.ErrorString(error.code)
        raise CannotReadXmlError(
            f"{name}:{error.lineno}:{error.offset + 1}: this is not XML: {message}; {_FIX}"
        ) from None
    assert builder.root is not None
    return builder.root


class _ElementBuilder:
    def __init__(self, name: str, parser: expat.XMLParserType) -> None:
        self.root: Element | None = None
        self._name = name
        self._parser = parser
        self._open: list[Element] = []
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.EntityDeclHandler = self._entity
        parser.AttlistDeclHandler = self._default
        parser.SkippedEntityHandler = self._skipped

    def _refuse(self, message: str, fix: str) -> CannotReadXmlError:
        place = f"{self._name}:{self._parser.CurrentLineNumber}:{self._parser.CurrentColumnNumber + 1}"
        return CannotReadXmlError(f"{place}: {message}; {fix}")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if len(self._open) >= _MOST_DEPTH:
            raise self._refuse(f"more than {_MOST_DEPTH} elements are nested in each other", _FIX)
        element = Element(
            _named(name),
            {_named(key): value for key, value in attributes.items()},
            self._parser.CurrentLineNumber,
            self._parser.CurrentColumnNumber + 1,
        )
        if self._open:
            self._open[-1].parts.append(element)
        else:
            self.root = element
        self._open.append(element)

    def _end(self, _name: str) -> None:
        self._open.pop()

    def _characters(self, data: str) -> None:
        self._open[-1].parts.append(data)

    def _entity(self, name: str, *_: object) -> None:
        raise self._refuse(
            f"the file declares the entity `{name}`, which is not taken: it may stand for anything",
            "write the characters themselves, and remove the declaration",
        )

    def _default(self, element: str, attribute: str, _kind: str, default: str | None, _is_required: int) -> None:
        if default is not None:
            raise self._refuse(
                f"the file declares that `{element}` without `{attribute}` has it all the same, which is not taken",
                "write the attribute where it is meant, and remove the declaration",
            )

    def _skipped(self, name: str, is_parameter: bool) -> None:
        if not is_parameter:
            raise self._refuse(
                f"`&{name};` stands for something that the file does not say", "write the characters themselves"
            )


def _named(name: str) -> str:
    return "{" + name if "}" in name else name
