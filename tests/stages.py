"""The stages of the pipeline on seeds that lie only in memory, for tests that look between them."""

from explainer import anchoring, linking, reading, rendering, validating
from explainer.diagnostics import Diagnostic, ordered
from explainer.model.stages import Linked, Page


def linked(seeds: dict[str, bytes]) -> tuple[Linked, tuple[Diagnostic, ...]]:
    """The records of seeds as they are handed to rendering, and what was found on the way."""
    documents, found_reading = reading.parse(seeds)
    valid, found_validating = validating.validate(documents)
    anchored, found_anchoring = anchoring.anchor(valid)
    records, found_linking = linking.link(anchored)
    return records, ordered((*found_reading, *found_validating, *found_anchoring, *found_linking))


def printed(records: Linked) -> tuple[Page, ...]:
    """Every page of the site, in the order of their paths."""
    made = rendering.pages(records)
    return tuple(made[path]() for path in sorted(made))
