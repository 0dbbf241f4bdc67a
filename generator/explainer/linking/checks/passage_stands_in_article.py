"""What is quoted from a text that the site prints stands in it."""

from collections.abc import Iterator

from explainer.diagnostics import Diagnostic
from explainer.model.stages import Linked
from explainer.rules import PASSAGE_STANDS_IN_ARTICLE
from explainer.text.folding import fold, fold_parts


def check(linked: Linked) -> Iterator[Diagnostic]:
    """Breaks it: a passage of `reports/x.yaml` whose words `articles/x/source.txt` does not hold."""
    for id_, entry in linked.seeds.reports.items():
        article = linked.anchored.articles.get(id_)
        if article is None or not article.seed.text.is_settled:
            continue
        text = article.seed.text
        printed = fold_parts(text.text, [(block.start, block.end) for block in text.blocks]).text
        for index, passage in enumerate(entry.value.passages):
            if fold(passage.quote).text.strip() not in printed:
                message = f"the article `{id_}` does not hold the words of the passage `{passage.id}`"
                yield Diagnostic(PASSAGE_STANDS_IN_ARTICLE, entry.at("passages", index, "quote"), message)
