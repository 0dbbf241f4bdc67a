"""What differs in the example site for another engine than MkDocs: a few words of three files, and the name of one."""

from collections.abc import Mapping

from explainer.engine.mkdocs_file import NAME, OF_PROPERDOCS

_CHANGES: Mapping[str, tuple[tuple[str, str, str], ...]] = {
    "mkdocs": (),
    "properdocs": (
        ("Makefile", "ENGINE ?= mkdocs", "ENGINE ?= properdocs"),
        ("README.md", "explainer[mkdocs]", "explainer[properdocs]"),
        ("README.md", NAME, OF_PROPERDOCS),
        (NAME, "https://www.mkdocs.org/user-guide/configuration/", "https://properdocs.org/user-guide/configuration/"),
        (NAME, "name: material\n", "name: materialx\n"),
        (NAME, "ignored by MkDocs, needed by Zensical", "ignored by ProperDocs, needed by Zensical"),
        (NAME, "By default MkDocs only", "By default ProperDocs only"),
    ),
    "zensical": (
        ("Makefile", "ENGINE ?= mkdocs", "ENGINE ?= zensical"),
        ("Makefile", "shows it and follows every edit.", "shows it as it is now."),
        (
            "Makefile",
            "\t.venv/bin/explainer serve\n",
            "\t.venv/bin/explainer build\n\t.venv/bin/zensical serve -f build/mkdocs.yml\n",
        ),
        ("README.md", "explainer[mkdocs]", "explainer[zensical]"),
        (
            "README.md",
            ".venv/bin/explainer serve\n",
            ".venv/bin/explainer build && .venv/bin/zensical serve -f build/mkdocs.yml\n",
        ),
        ("README.md", "follows every file that you save. A mistake is shown on the page.",
         "shows the files as they were then. `.venv/bin/explainer check` tells of mistakes."),
    ),
}  # fmt: skip


def for_engine(files: Mapping[str, bytes], engine: str) -> dict[str, bytes]:
    """The files of the example as a site needs them that this engine builds."""
    texts = dict(files)
    for path, old, new in _CHANGES[engine]:
        text = texts[path].decode()
        assert old in text, f"{path} does not say {old!r} any more"
        texts[path] = text.replace(old, new).encode()
    if engine == "properdocs":
        texts[OF_PROPERDOCS] = texts.pop(NAME)
    return texts
