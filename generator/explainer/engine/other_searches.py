"""Search plugins that a site lists still: ours stands in their place, so they would only make an index nobody reads."""

from mkdocs.config.defaults import MkDocsConfig

from explainer.engine.mkdocs_file import SEARCHES


def dismiss(config: MkDocsConfig) -> list[str]:
    """Take them out, before they do anything; their names, to be told."""
    listed = [name for name in SEARCHES if name in config.plugins]
    dismissed = [config.plugins.pop(name) for name in listed]
    for handlers in config.plugins.events.values():
        # In place: the event that is under way goes through this list, and has come no further than us.
        handlers[:] = [each for each in handlers if getattr(each, "__self__", None) not in dismissed]
    return listed


def message(name: str) -> str:
    name = name.rpartition("/")[2]
    return f"the plugin `{name}` is left out, because explainer has a search of its own; remove it from `plugins:`"
