"""The frames of the map are boxes of the earth, and an inset says in which frame it lies."""

from collections.abc import Iterator
from typing import Any

from explainer import rules
from explainer.diagnostics import Diagnostic
from explainer.model.seeds import Frame, Map
from explainer.model.stages import Entry


def check(entry: Entry[Any]) -> Iterator[Diagnostic]:
    """Breaks it: `west: 37.4, east: 33.5`; `inset-of` that names no frame, another inset, or a frame beside it."""
    if not isinstance(entry.value, Map):
        return
    frames = entry.value.frames
    if not frames:
        yield Diagnostic(rules.MAP_FRAME_IS_BOX, entry.at("frames"), "the map has no frame", "Add a frame.")
    whole = {frame.id: frame for frame in frames if frame.inset_of is None}
    for index, frame in enumerate(frames):
        for low, high in (("west", "east"), ("south", "north")):
            if float(getattr(frame, low)) >= float(getattr(frame, high)):
                message = f"the frame `{frame.id}` has its edge `{low}` beyond its edge `{high}`"
                yield Diagnostic(rules.MAP_FRAME_IS_BOX, entry.at("frames", index, high), message)
        if problem := _problem(frame, index, whole):
            yield Diagnostic(rules.MAP_FRAME_IS_BOX, entry.at("frames", index, "inset-of"), problem)


def _problem(frame: Frame, index: int, whole: dict[str, Frame]) -> str | None:
    if frame.inset_of is None:
        return None
    if index == 0:
        return f"the first frame, `{frame.id}`, is an inset"
    around = whole.get(frame.inset_of)
    if around is None:
        return f"`{frame.inset_of}` is not a frame that an inset can lie in"
    apart = (
        float(frame.west) >= float(around.east)
        or float(frame.east) <= float(around.west)
        or float(frame.south) >= float(around.north)
        or float(frame.north) <= float(around.south)
    )
    return f"the frame `{frame.id}` lies outside the frame `{around.id}`" if apart else None
