"""What the settings of a site take from other hosts, which the policy of its pages forbids (`policy`)."""

from collections.abc import Iterator

from mkdocs.config.defaults import MkDocsConfig

_OUTSIDE = ("http://", "https://", "//")


def warnings(config: MkDocsConfig) -> Iterator[str]:
    """A sentence for each setting that has no effect because of that."""
    for key, kind in (("extra_javascript", "script"), ("extra_css", "style sheet")):
        for value in config[key]:
            if str(value).lower().startswith(_OUTSIDE):
                yield (
                    f"no page loads the {kind} `{value}` of `{key}`: the pages load nothing from other hosts; "
                    f"put the file into the folder of the pages, and its path there into `{key}`"
                )
    if config.theme.name == "material" and config.theme.get("font"):
        yield (
            "no page loads the theme's faces: the pages load nothing from other hosts; "
            "write `font: false` below `theme:`, then the faces are those that come with explainer"
        )
