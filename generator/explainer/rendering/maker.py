"""Who makes the site, when it was last checked, how to object: at the end of every page of ours."""

from dataclasses import replace

from markupsafe import Markup

from explainer.model import seeds as shapes
from explainer.model.stages import Entry, Linked, Page
from explainer.rendering.printer import Printer
from explainer.text.ages import is_older

_FOOT = Markup("""
<div class="x-made" data-search-exclude markdown="1">

{}

</div>
""")


def signed(page: Page, linked: Linked) -> Page:
    """The page with a line that says so, where the site says it."""
    site = linked.seeds.site
    line = maker(site, Printer(linked, page.path)) if site else Markup("")
    return replace(page, markdown=page.markdown + str(_FOOT.format(line))) if line else page


def maker(site: Entry[shapes.Site], printer: Printer) -> Markup:
    """“Made by …. Last checked 30 November 2026. To object, or to tell of a mistake: …”"""
    said, gettext = [], printer.phrases.gettext
    if site.value.made_by:
        said.append(gettext("Made by %(who)s.", who=site.value.made_by))
    edition = printer.linked.edition
    if edition and edition.seed.entry.value.by:
        said.append(gettext("Translated by %(who)s.", who=edition.seed.entry.value.by))
    if site.value.checked:
        said.append(gettext("Last checked %(date)s.", date=printer.time(site.value.checked)))
    if site.value.contact:
        said.append(
            gettext("To object, or to tell of a mistake: %(contact)s", contact=printer.line(site.value.contact))
        )
    return Markup(" ").join(said)


def is_stale(as_of: str, linked: Linked) -> bool:
    """Whether a status is so old that readers are told. It was old when the site was last checked: no clock is read."""
    site = linked.seeds.site
    return bool(site and site.value.checked and is_older(as_of, site.value.stale_after, site.value.checked))
