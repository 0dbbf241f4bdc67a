"""A site with articles that are read from right to left: in English, or in Arabic itself."""

from pathlib import Path

from tests.projects import copy_minimal, run_module

ARTICLES = {
    "ar": (
        "إغلاق الجسر (Bridge 4)",
        (
            "قالت البلدية: «أُغلق الجسر عند الساعة 6:40» (A2). ولا أحد في خطر اليوم. وقال متحدث باسم الميناء إن السفن "
            "ستنتظر حتى الصباح، وإن الرياح بلغت ٧٠ كم في الساعة خلال الليل."
        ),
    ),
    "he": (
        "הגשר נסגר (Bridge 4)",
        "העירייה אמרה: “הגשר נסגר בשעה 6:40” (A2). איש אינו בסכנה היום. דובר הנמל אמר כי הספינות ימתינו עד הבוקר.",
    ),
}
QUOTES = {"ar": ("الساعة 6:40", "ولا أحد", "السفن"), "he": ("בשעה 6:40", "איש אינו", "הספינות")}
READINGS = {"ar": "سفينتان", "he": "שתי ספינות"}


def build(folder: Path, language: str) -> None:
    """The small site with these articles, as a site in a language, into `site` in this folder."""
    project = copy_minimal(folder / "project")
    seeds = project / "seeds"
    if language != "en":
        for file, old, new in (
            (seeds / "site.yaml", "language: en", f"language: {language}"),
            (project / "mkdocs.yml", "nav:", f"theme:\n  language: {language}\nnav:"),
        ):
            file.write_text(file.read_text("utf-8").replace(old, new), encoding="utf-8")
    sources = (seeds / "sources.yaml").read_text(encoding="utf-8")
    for each, (title, text) in ARTICLES.items():
        _article(seeds, each, title, text)
        sources += (
            f"  - {{id: paper-{each}, type: webpage, title: '{title}', publisher: '{title.split(' (')[0]}',"
            f" language: {each}, reading: original}}\n"
        )
    (seeds / "sources.yaml").write_text(sources, encoding="utf-8")
    built = run_module("mkdocs", "build", "--site-dir", folder / "site", cwd=project)
    assert built.returncode == 0, built.stderr


def _article(seeds: Path, language: str, title: str, text: str) -> None:
    article = seeds / "articles" / language
    article.mkdir()
    (article / "source.txt").write_text(f"{title}\n\n{text}\n", encoding="utf-8")
    settings = (seeds / "articles" / "market" / "article.yaml").read_text(encoding="utf-8")
    kept = [line for line in settings.splitlines() if line.split(":")[0] in ("description", "licence")]
    about = [
        f"title: '{title}'",
        f"headline: '{title}'",
        f"language: {language}",
        "provenance: Invented.",
        "about: Invented.",
    ]
    (article / "article.yaml").write_text("\n".join([*kept, *about, ""]), encoding="utf-8")
    first, second, third = QUOTES[language]
    (article / "annotations.yaml").write_text(
        f"- {{id: hour-{language}, kind: claim, quote: '{first}', party: guild, question: stalls}}\n"
        f"- id: safe-{language}\n  kind: note\n  quote: {second}\n  note: The mayor said so.\n  evidence:\n"
        f"    - {{source: paper-{language}, relation: supports, language: {language},"
        f" excerpt: '{second} (2031).'}}\n"
        f"- {{id: ships-{language}, kind: erratum, quote: {third}, should-be: {READINGS[language]}, type: figure,"
        f" confidence: high, note: 'The paper of the harbour says so.', evidence: [{{source: paper-{language},"
        f" relation: refutes, language: {language}, excerpt: {third}}}]}}\n",
        encoding="utf-8",
    )
