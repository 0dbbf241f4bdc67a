"""Texts that a site demands to be in step in each of its editions."""

from explainer.model import seeds as shapes
from explainer.model.stages import SiteText
from explainer.vocabulary import Demand


def is_demanded(text: SiteText, site: shapes.Site) -> bool:
    return any(_is_of(text, each) for each in site.never_stale)


def _is_of(text: SiteText, demand: Demand) -> bool:
    record, key = text.entry.value, str(text.path[-1])
    match demand:
        case Demand.SHORT_ANSWERS:
            return text.owner is shapes.Question and key == "summary"
        case Demand.STATUSES:
            own = isinstance(record, shapes.ClaimAnnotation) and record.status is not None and key == "note"
            return own or (text.owner is shapes.Question and key == "assessment")
        case Demand.CORRECTIONS:
            return text.owner is shapes.Correction
