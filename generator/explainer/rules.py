"""The catalogue of rules: every requirement on the seeds, named as the requirement.

Severity is a property of the rule. The rules page is made from this catalogue, and every rule has a
case file in `tests/cases/`.
"""

from explainer.diagnostics import Rule, Severity, Stage

_ERROR, _WARNING = Severity.ERROR, Severity.WARNING

# --- reading ----------------------------------------------------------------------------------------

SEEDS_EXIST = Rule(
    "seeds-exist",
    _ERROR,
    Stage.READING,
    "The project has a `seeds` folder with a `site.yaml` and at least one article.",
    "Without them there is nothing to publish.",
    "Create the file that is named, or run the command in the folder that holds `seeds`; `explainer new` makes one.",
)
FILE_IS_KNOWN = Rule(
    "file-is-known",
    _WARNING,
    Stage.READING,
    "Every file in `seeds` has a name and a place that the generator reads.",
    "A misspelt file name is silently left out of the site.",
    "Rename or move the file, or take it out of `seeds`.",
)
ARTICLE_IS_COMPLETE = Rule(
    "article-is-complete",
    _ERROR,
    Stage.READING,
    "An article's folder holds `source.txt` and `article.yaml`.",
    "An article without its text or its provenance cannot be shown.",
    "Add the file that is missing.",
)
FILE_IS_UTF8 = Rule(
    "file-is-utf8",
    _ERROR,
    Stage.READING,
    "Files are UTF-8 text.",
    "In another encoding, characters would be guessed.",
    "Save the file as UTF-8.",
)
FILE_IS_SMALL = Rule(
    "file-is-small",
    _ERROR,
    Stage.READING,
    "No file of the seeds is larger than 4 MB.",
    "Files of that size are mistakes or attacks, and would make each build slow.",
    "Split the file, or take out what does not belong there.",
)
TEXT_IS_PRINTABLE = Rule(
    "text-is-printable",
    _ERROR,
    Stage.READING,
    "A file holds no control characters other than line breaks and, in an article, tabs.",
    "HTML cannot show them, so the page would not be the file.",
    "Remove the character.",
)
MERGE_IS_FINISHED = Rule(
    "merge-is-finished",
    _ERROR,
    Stage.READING,
    "An article holds no marks that version control leaves where two versions were not merged.",
    "They would be printed as the article's own words, and both versions with them.",
    "Choose one version, and remove the marks.",
)
TEXT_IS_WHOLE = Rule(
    "text-is-whole",
    _WARNING,
    Stage.READING,
    "A text with ` #` in it stands in quotation marks.",
    "YAML takes ` #` and the rest of the line for a comment: the end of the text is lost.",
    "Put the whole text in quotation marks; before a comment write two spaces, and one after `#`.",
)
YAML_PARSES = Rule(
    "yaml-parses",
    _ERROR,
    Stage.READING,
    "A YAML file follows the syntax of YAML.",
    "Nothing in the file can be used until it does.",
    "Mend the line; a text that holds `: ` or ` #`, or begins with a special character, needs quotation marks.",
)
YAML_IS_PLAIN = Rule(
    "yaml-is-plain",
    _ERROR,
    Stage.READING,
    "A YAML file uses no anchors, aliases, merge keys, tags, or second documents.",
    "They hide what the file says, and some can make a small file explode.",
    "Write the value out where it is needed.",
)
YAML_KEYS_ARE_UNIQUE = Rule(
    "yaml-keys-are-unique",
    _ERROR,
    Stage.READING,
    "No key stands twice in one mapping.",
    "Only one of the two values would be used, in silence.",
    "Remove one, or indent it under the mapping that it belongs to.",
)
YAML_HAS_NO_TABS = Rule(
    "yaml-has-no-tabs",
    _ERROR,
    Stage.READING,
    "A YAML file has no tabs.",
    "YAML counts indentation in spaces; a tab means something else in each editor.",
    "Replace it with spaces, two for each level; let the editor put spaces where you press Tab.",
)
YAML_SPACES_ARE_PLAIN = Rule(
    "yaml-spaces-are-plain",
    _ERROR,
    Stage.READING,
    "No-break and zero-width spaces stand only inside quotation marks or block texts.",
    "In a plain value they cannot be seen, and become part of an id or a key.",
    "Replace the character with a space, or put the value in quotation marks.",
)
YAML_IS_SHALLOW = Rule(
    "yaml-is-shallow",
    _ERROR,
    Stage.READING,
    "A YAML file is nested at most 20 levels deep.",
    "No seed needs more; deeper files are mistakes or attacks.",
    "Remove the brackets or the indentation that nest it.",
)

# --- validating -------------------------------------------------------------------------------------

KEY_IS_KNOWN = Rule(
    "key-is-known",
    _ERROR,
    Stage.VALIDATING,
    "Every key is one that may stand there.",
    "A misspelt key would be left out in silence.",
    "Correct the key or remove it.",
)
KEY_IS_PRESENT = Rule(
    "key-is-present",
    _ERROR,
    Stage.VALIDATING,
    "Every key that a record needs is there and has a value.",
    "The record cannot be shown without it.",
    "Add the key.",
)
VALUE_IS_ALLOWED = Rule(
    "value-is-allowed",
    _ERROR,
    Stage.VALIDATING,
    "A value from a fixed list is one of that list.",
    "Readers meet each word with its printed definition; a new word would have none.",
    "Use one of the words listed.",
)
VALUE_HAS_FORM = Rule(
    "value-has-form",
    _ERROR,
    Stage.VALIDATING,
    "A value has the form that its key asks for: a text, a list, an id, a date, a number, an address.",
    "Another form would be misread.",
    "Write the value in the form that is named.",
)
VALUE_IS_WRITTEN = Rule(
    "value-is-written",
    _ERROR,
    Stage.VALIDATING,
    "No value is still a `TODO`.",
    "`explainer add` and `explainer import` leave one where only the author can know; readers must not meet it.",
    "Write the value, or remove its line where the record can do without it.",
)
DATE_EXISTS = Rule(
    "date-exists",
    _ERROR,
    Stage.VALIDATING,
    "A date is a day of the calendar, and a period ends after it begins.",
    "A wrong date misleads.",
    "Look it up in the source; where that gives no day, leave the day out: 2031-02.",
)
ID_IS_UNIQUE = Rule(
    "id-is-unique",
    _ERROR,
    Stage.VALIDATING,
    "No two records of one type share an id.",
    "The id is the record's address; links to it would be ambiguous.",
    "Give the newer one another id; the older one may be an address that readers have.",
)
ANNOTATION_SAYS_SOMETHING = Rule(
    "annotation-says-something",
    _ERROR,
    Stage.VALIDATING,
    "A claim has a question, a status with its date, or a note; an erratum has a reading or a note; a context "
    "annotation has a box or a note.",
    "The reader would find a mark without a note.",
    "Add what is missing.",
)
GIST_IS_SHORT = Rule(
    "gist-is-short",
    _WARNING,
    Stage.VALIDATING,
    "The `gist` of a note has at most eight words.",
    "It is the note’s line in the margin, which is never cut off; a longer one is not shown.",
    "Shorten it to what the note comes to.",
)
WORD_IS_CURRENT = Rule(
    "word-is-current",
    _WARNING,
    Stage.VALIDATING,
    "A word that was given another name is written by the name of today.",
    "One word for one thing: two names for it would be taken for two things.",
    "Write the word that is proposed; until then the old one means the same.",
)
STATUS_HAS_DATE = Rule(
    "status-has-date",
    _ERROR,
    Stage.VALIDATING,
    "A status has the date as of which it holds, and such a date has its status.",
    "What evidence shows changes; without a date nobody can tell whether it still holds. A date alone is not shown.",
    "Add `as-of`, or the `status` that it belongs to.",
)
SOURCE_IS_NAMED = Rule(
    "source-is-named",
    _ERROR,
    Stage.VALIDATING,
    "A source has a title or a description, and says whose text a reprint, copy, translation or summary is.",
    "Readers must be able to find what was read, and not take a copy for the original.",
    "Add `title` or `description`, and `original-publisher`.",
)
POSITION_IS_SOURCED = Rule(
    "position-is-sourced",
    _ERROR,
    Stage.VALIDATING,
    "A position has evidence that says where it was taken, and words or a note; only `not-reported` may have neither.",
    "A statement without a source does not get on the site.",
    "Add `evidence` with the source, and `says` or `note`.",
)
ANSWER_IS_SHORT = Rule(
    "answer-is-short",
    _WARNING,
    Stage.VALIDATING,
    "The short answer of a question has at most 60 words.",
    "It stands in lists, search results and cards, where more is cut off or not read.",
    "Say in one or two sentences what is known and what is not; the rest belongs into `assessment`.",
)
ERRATUM_IS_SOURCED = Rule(
    "erratum-is-sourced",
    _ERROR,
    Stage.VALIDATING,
    "An erratum names the source that shows it, unless its confidence is low.",
    "“The article is wrong here” is a statement too.",
    "Add `evidence`.",
)
EXCERPT_IS_SHORT = Rule(
    "excerpt-is-short",
    _ERROR,
    Stage.VALIDATING,
    "Excerpts and quoted words have at most 30 words.",
    "More is not needed to check a statement, and is the publisher's.",
    "Shorten it; mark what is left out with …",
)
CUT_IS_MARKED = Rule(
    "cut-is-marked",
    _WARNING,
    Stage.VALIDATING,
    "An `excerpt` or `says` with a whole sentence in it neither begins nor ends inside another one, unless … shows it.",
    "It is read as whole, and what was cut off may turn its sense.",
    "Put … where the words were cut, or leave the piece of a sentence out.",
)
FIGURE_FITS_COLUMNS = Rule(
    "figure-fits-columns",
    _ERROR,
    Stage.VALIDATING,
    "A figure counts only what the question's columns name, and a range goes up.",
    "The count would not appear in the table.",
    "Correct the key of the count, or add the column.",
)
SEARCH_IS_TOLD = Rule(
    "search-is-told",
    _WARNING,
    Stage.VALIDATING,
    "A position `not-reported` has a note that says where we looked, or evidence that shows it.",
    "“We found no statement” says nothing as long as nobody knows what was searched.",
    "Add a `note`: which sources of the party, or about it, were read, and for which days.",
)
MAKER_IS_NAMED = Rule(
    "maker-is-named",
    _WARNING,
    Stage.VALIDATING,
    "The site says who makes it, how readers reach them, and when it was last checked.",
    "Who cannot ask or object has no reason to trust what others say of them; who sees no date takes old for new.",
    "Add `made-by`, `contact` and `checked` to `seeds/site.yaml`; every page shows them.",
)
LANGUAGE_IS_SPOKEN = Rule(
    "language-is-spoken",
    _WARNING,
    Stage.VALIDATING,
    "The interface speaks the language of the site.",
    "Else headings, buttons and the names of kinds stand in English beside dates and numbers of that language.",
    "Write a catalogue of that language: CONTRIBUTING.md says how. A region adds nothing: `pt-BR` needs that of `pt`.",
)
SILENCE_NAMES_WARNING = Rule(
    "silence-names-warning",
    _ERROR,
    Stage.VALIDATING,
    "Each entry of `silenced.yaml` names a rule that is a warning.",
    "An error means that something is left out of the site; silence would not bring it back.",
    "Write the rule as its message names it, in brackets, or remove the entry.",
)
FURNITURE_IS_FOUND = Rule(
    "furniture-is-found",
    _ERROR,
    Stage.VALIDATING,
    "Furniture and headline are whole lines of `source.txt`, found there exactly once; a headline, once outside of "
    "furniture.",
    "What is left out of the page is declared to the reader; it must be what is really left out.",
    "Copy the lines from `source.txt`; where they stand there twice, declare both with the lines around them.",
)
RECEIVED_IS_UNCHANGED = Rule(
    "received-is-unchanged",
    _ERROR,
    Stage.VALIDATING,
    "The file that an article was taken from is the one whose SHA-256 `received` has.",
    "The page tells readers that the text is that of this very file.",
    "Put the file back as it came; or take the text from the new one, and remove `file` where none is kept.",
)
PAGES_LIE_IN_TEXT = Rule(
    "pages-lie-in-text",
    _ERROR,
    Stage.VALIDATING,
    "The pages of the file begin in `source.txt`, each behind the one before it.",
    "A note says on which page its passage stands.",
    "Remove `pages`, or add the file again with `explainer add`.",
)
LINES_ARE_EXPLAINED = Rule(
    "lines-are-explained",
    _WARNING,
    Stage.VALIDATING,
    "An article whose lines seem to be paragraphs says in `lines` whether they are.",
    "Without that, lines that no empty line parts are printed as one paragraph.",
    "Add `lines: paragraphs` to `article.yaml`; or `kept` for verse and lists, `flowing` for one paragraph.",
)
ARTICLE_HAS_TEXT = Rule(
    "article-has-text",
    _ERROR,
    Stage.VALIDATING,
    "Something is left of the article when its furniture is taken out.",
    "An empty page explains nothing.",
    "Check `furniture` and `source.txt`.",
)
SIDE_LETTER_IS_UNIQUE = Rule(
    "side-letter-is-unique",
    _ERROR,
    Stage.VALIDATING,
    "No two sides share a letter, nor a hue, unless both take no part.",
    "Readers could not tell them apart.",
    "Give one of them another letter or hue.",
)

BASEMAP_IS_GEOJSON = Rule(
    "basemap-is-geojson",
    _ERROR,
    Stage.VALIDATING,
    "The basemap of `map.yaml` is a file in `seeds/map`: a GeoJSON `FeatureCollection` of areas and lines in degrees.",
    "The map cannot be drawn without it.",
    "Export the file again as GeoJSON in WGS 84, with polygons and lines only.",
)
MAP_FRAME_IS_BOX = Rule(
    "map-frame-is-box",
    _ERROR,
    Stage.VALIDATING,
    "A frame of the map is a box with its edges in order; the first frame is not an inset, and an inset "
    "lies in a frame that is not one.",
    "Nothing could be drawn in it, or nobody would see which part it enlarges.",
    "Correct the edges, or `inset-of`.",
)

# --- anchoring --------------------------------------------------------------------------------------

QUOTE_IS_FOUND = Rule(
    "quote-is-found",
    _ERROR,
    Stage.ANCHORING,
    "A quote occurs in its article exactly, after the published folding.",
    "A note at the wrong words, or none, misleads; anchors never move in silence.",
    "Correct the quote; where the nearest passage is what you mean, copy that.",
)
QUOTE_IS_UNIQUE = Rule(
    "quote-is-unique",
    _ERROR,
    Stage.ANCHORING,
    "A quote, with its prefix and suffix, occurs once.",
    "Nobody can tell which of the passages is meant.",
    "Add the `prefix` or `suffix` that is proposed, or quote more words.",
)
QUOTE_IS_WHOLE_WORDS = Rule(
    "quote-is-whole-words",
    _ERROR,
    Stage.ANCHORING,
    "A quote begins and ends at the edge of a word or number.",
    "Half a word, or a part of a number, can mean something else.",
    "Quote the whole word.",
)
QUOTE_IS_SHOWN = Rule(
    "quote-is-shown",
    _ERROR,
    Stage.ANCHORING,
    "A quote lies in the text that is shown, not in the furniture.",
    "Furniture is not printed, so its note would have no place.",
    "Quote words of the article, or take the lines out of `furniture`.",
)
SENTENCE_IS_ACCOUNTED_FOR = Rule(
    "sentence-is-accounted-for",
    _WARNING,
    Stage.ANCHORING,
    "Every sentence of an annotated article has an annotation, or is listed as needing none; an erratum, a term or a "
    "context on less than half of its words does not speak for it.",
    "A sentence without a note looks checked; nobody can tell whether it was only overlooked.",
    "Annotate it, or list it under `unannotated` in `article.yaml` with the reason.",
)

# --- linking ----------------------------------------------------------------------------------------

REFERENCE_RESOLVES = Rule(
    "reference-resolves",
    _ERROR,
    Stage.LINKING,
    "Every id that is named belongs to a record of the right type.",
    "The reader would meet a link that leads nowhere, or a statement without its source.",
    "Correct the id, or add the record.",
)
REFERENCE_IS_UNAMBIGUOUS = Rule(
    "reference-is-unambiguous",
    _ERROR,
    Stage.LINKING,
    "`[[id]]` names one record.",
    "The link could lead to either.",
    "Write the type before it: `[[term/id]]`, `[[context/id]]`.",
)
ASPECT_BELONGS_TO_QUESTION = Rule(
    "aspect-belongs-to-question",
    _ERROR,
    Stage.LINKING,
    "An aspect is one of the question's own.",
    "The position could not be placed.",
    "Correct the aspect, or add it to the question.",
)
CLAIM_HAS_POSITION = Rule(
    "claim-has-position",
    _WARNING,
    Stage.LINKING,
    "A claim that names a question has a position of its party, or of a party of that side, on that question.",
    "The reader follows the link to the question and does not find who said it.",
    "Add the position to the question.",
)
TERM_IS_UNIQUE = Rule(
    "term-is-unique",
    _ERROR,
    Stage.LINKING,
    "No two terms share a word or variant.",
    "The word could link to only one of them.",
    "Remove the variant from one entry.",
)
SOURCE_IS_USED = Rule(
    "source-is-used",
    _WARNING,
    Stage.LINKING,
    "Every source is used somewhere.",
    "The bibliography lists what the site rests on.",
    "Cite it, or remove it.",
)
TERM_IS_USED = Rule(
    "term-is-used",
    _WARNING,
    Stage.LINKING,
    "Every term of the glossary is used somewhere.",
    "The glossary explains the words of this site; an entry that nothing leads to explains nothing.",
    "Use the word, add the form in which the texts write it to `variants`, write `forms: all`, or remove the entry.",
)
DATE_FITS_SOURCE = Rule(
    "date-fits-source",
    _WARNING,
    Stage.LINKING,
    "A date is no more precise than the sources it rests on: their `issued`, up to the day, or what they say under "
    "`dates`; a date with `~`, `?` or `%` says itself that it is not.",
    "A day that no source names was guessed, and nobody can check it.",
    "Write the date as precisely as it is told; where the text of a source names the day, add `dates: day` to it.",
)
ACCOUNT_HAS_POSITION = Rule(
    "account-has-position",
    _ERROR,
    Stage.LINKING,
    "What `accounts` says of a side rests on a position of that side, and each side has one line.",
    "The line is a summary; without a position nobody could see of what, nor from which source.",
    "Add the position under `positions`, or remove the line.",
)
STATUS_IS_SOURCED = Rule(
    "status-is-sourced",
    _WARNING,
    Stage.LINKING,
    "A status that says what evidence shows, of a claim or a question, has that evidence, or cites it in the text "
    "beside it.",
    "A judgement that names nothing it rests on is an opinion.",
    "Add `evidence`, or cite the source in the text; what nobody could check is `unverified` or `cannot-be-judged`.",
)
STATUS_COVERS_PASSAGE = Rule(
    "status-covers-passage",
    _WARNING,
    Stage.LINKING,
    "A claim of which something is shown (`confirmed`, `visually-verified`, `assessed`) has that status of its own, "
    "and its passage holds no claim of which less is shown.",
    "Readers take the mark for every word that it stands on.",
    "Shorten `quote` to the words that are shown, and give the claim its own `status` and `as-of`; the other words are "
    "a claim of their own.",
)
MARKS_ARE_FEW = Rule(
    "marks-are-few",
    _WARNING,
    Stage.LINKING,
    "An article has at most about four major notes in 100 words.",
    "Where nearly everything is marked, nothing is: readers see no longer what is grave.",
    "Write `weight: minor` in the notes that readers can do without at first; they stay one tap away.",
)
EVIDENCE_IS_INDEPENDENT = Rule(
    "evidence-is-independent",
    _WARNING,
    Stage.LINKING,
    "The `evidence` of a question does not come from a party to it, nor from a side that takes part.",
    "It is shown and counted under the sources that are not the parties’ own.",
    "Move it to the position of that party; where the source found it out itself, give the item a `root` that says so.",
)
WORDS_ARE_EXACT = Rule(
    "words-are-exact",
    _WARNING,
    Stage.LINKING,
    "Exact words, `says` and `excerpt`, were read in the original, a reprint or a copy, not in a translation or a "
    "summary.",
    "The words of a translator or of somebody who sums up are not those of the speaker.",
    "Say it in your words in `note`, or quote a source that prints the words themselves.",
)
QUOTATION_IS_SHORT = Rule(
    "quotation-is-short",
    _WARNING,
    Stage.LINKING,
    "What stands in quotation marks, or as a quoted paragraph, in our own texts has at most 30 words.",
    "More is not needed to check a statement, and is the publisher's.",
    "Shorten it, mark what is left out with …, or say it in your own words.",
)
OLD_ADDRESS_IS_FREE = Rule(
    "old-address-is-free",
    _ERROR,
    Stage.LINKING,
    "An id of `renamed.yaml` stands there once, and no other record of its type has it.",
    "Links that readers and other sites keep would lead to another record than the one they meant.",
    "Give the new record another id, or remove the entry from `renamed.yaml`.",
)
WORD_IS_NEUTRAL = Rule(
    "word-is-neutral",
    _WARNING,
    Stage.LINKING,
    "A word of `loaded-words.yaml` stands in our own texts only in quotation marks.",
    "It takes a side; in quotation marks it is its speaker's, outside of them it is ours.",
    "Write the plain word, or quote it with its speaker.",
)
ABSENCE_IS_SOUGHT = Rule(
    "absence-is-sought",
    _WARNING,
    Stage.LINKING,
    "A sentence of ours with nobody, none, only one or the first cites who looked, or says that we did.",
    "It is a statement about everything that was not read.",
    "Cite who says so, `[@source-id]`, or write what was searched: “We found none in …”.",
)
CERTAINTY_IS_SHOWN = Rule(
    "certainty-is-shown",
    _WARNING,
    Stage.LINKING,
    "In an article with `derived-from`, an erratum of `confidence: high` cites the original, two other sources, or the "
    "page of the article.",
    "What the copy did to a sentence is certain only for those who saw that sentence in the original.",
    "Cite the original, or a second source; otherwise the confidence is `medium`.",
)
CONTEXT_IS_CITED = Rule(
    "context-is-cited",
    _WARNING,
    Stage.LINKING,
    "Every sentence of a context box cites a source, unless it ends in a link to a question or another box, or begins "
    "with “We”.",
    "A statement without a source does not get on the site, and one citation does not tell which sentences it carries.",
    "Add the source in the sentence, before its full stop: `[@source-id]`; what is not known goes under `unknown`.",
)
CONTEXT_IS_SHORT = Rule(
    "context-is-short",
    _WARNING,
    Stage.LINKING,
    "The text of a context box has fewer than 250 words.",
    "It stands inside an article, and is read between two of its paragraphs.",
    "Shorten it, or make two boxes of it.",
)
PROSE_IS_PLAIN = Rule(
    "prose-is-plain",
    _ERROR,
    Stage.LINKING,
    "Our texts are CommonMark without raw HTML, images, or headings above the third level.",
    "HTML would be a way to put scripts on the page, and reads differently in every Markdown engine.",
    "Write it without HTML; `&lt;` prints <.",
)
SILENCE_IS_NEEDED = Rule(
    "silence-is-needed",
    _WARNING,
    Stage.LINKING,
    "Each entry of `silenced.yaml` silences a warning that there would be.",
    "What is mended would else break again in silence.",
    "Remove the entry, or correct its `record` or `file`.",
)
LINK_IS_SAFE = Rule(
    "link-is-safe",
    _ERROR,
    Stage.LINKING,
    "Links in our texts lead to http, https or mailto addresses; pages of the site are named with `[[id]]`.",
    "Other schemes can run scripts, and links to files break when pages move.",
    "Use a full address, or `[[id]]`.",
)
PAIR_IS_OF_TWO = Rule(
    "pair-is-of-two",
    _ERROR,
    Stage.LINKING,
    "Each entry of `compare` names two different articles, and no two entries the same two.",
    "A page lays two texts side by side; the same two would have two addresses.",
    "Name two articles by their ids: `articles: [one, other]`; remove what stands there twice.",
)

SILENCE_IS_READ = Rule(
    "silence-is-read",
    _ERROR,
    Stage.VALIDATING,
    "A report is said to be silent only where its whole text was read: `silent-on` goes with `read: whole`.",
    "What was not read may say anything; readers would take a gap of ours for one of the report's.",
    "Read the whole text for the question and write `read: whole`; or remove `silent-on`, and it says “not looked at”.",
)
CELL_IS_CLAIMED_ONCE = Rule(
    "cell-is-claimed-once",
    _ERROR,
    Stage.LINKING,
    "A report does not both say something on a question and say nothing of it; none stands twice in `silent-on`.",
    "In the table of reports both belong in one cell.",
    "Remove the question from `silent-on`, or the passage that does not bear on it.",
)
NAMING_IS_TOLD = Rule(
    "naming-is-told",
    _ERROR,
    Stage.VALIDATING,
    "A passage of a report says whom the report names: with `named: person` or `office` by `party` or `by`, with "
    "`unnamed` at most by `by`, and with `nobody` by neither.",
    "Readers see who stands behind the words, or that nobody does.",
    "Add `party` or `by`, remove them, or write the `named` that fits.",
)
REPORT_IS_ONE = Rule(
    "report-is-one",
    _ERROR,
    Stage.LINKING,
    "No two reports have the same source.",
    "The same text would have two columns, and count twice.",
    "Move the passages of one into the other.",
)
COUNT_HAS_COLUMN = Rule(
    "count-has-column",
    _ERROR,
    Stage.LINKING,
    "What a passage of a report counts is a column of its question.",
    "Figures of several reports are compared column by column.",
    "Correct the name, or add the column to the question.",
)
PASSAGE_STANDS_IN_ARTICLE = Rule(
    "passage-stands-in-article",
    _ERROR,
    Stage.LINKING,
    "The passages of a report that the site prints as an article stand in that article, after folding.",
    "A quotation that the printed text does not hold is a mistake in one of them.",
    "Copy the words from `source.txt`; or remove the passage and let an annotation say it.",
)

# --- editions ---------------------------------------------------------------------------------------

EDITION_IS_DESCRIBED = Rule(
    "edition-is-described",
    _ERROR,
    Stage.VALIDATING,
    "Each folder in `seeds/editions` has a file beside it: `uk.yaml` says when the texts in `uk` were translated.",
    "Readers are told of which day a translation is whose original has changed since.",
    "Write it, with `translated`; `explainer edition add` does.",
)
EDITION_HAS_OWN_LANGUAGE = Rule(
    "edition-has-own-language",
    _ERROR,
    Stage.VALIDATING,
    "The name of an edition is the tag of its language, which is not that of the site.",
    "The tag is its address, says how its pages are to be read, and chooses the words of the interface.",
    "Rename its file and its folder, such as `uk.yaml` and `uk`.",
)
EDITION_IS_SPOKEN = Rule(
    "edition-is-spoken",
    _WARNING,
    Stage.VALIDATING,
    "The interface speaks the language of each edition.",
    "Else headings, buttons and the names of kinds stand in English beside texts of that language.",
    "Write a catalogue of that language: CONTRIBUTING.md says how.",
)
TRANSLATION_IS_CURRENT = Rule(
    "translation-is-current",
    _WARNING,
    Stage.TRANSLATING,
    "A translation translates the words that the text has now.",
    "Readers of the edition are told something else than those of the original; the page says so until it is renewed.",
    "Renew `text`, and write under `of` the words that the text has now, and under `date` the day.",
)
DEMANDED_TRANSLATION_IS_CURRENT = Rule(
    "demanded-translation-is-current",
    _ERROR,
    Stage.TRANSLATING,
    "Texts that `never-stale` in `site.yaml` names are translated as they are now, in every edition.",
    "The site promises that its answers are the same in each language.",
    "Renew `text`, and write under `of` the words that the text has now, and under `date` the day.",
)
TRANSLATION_HAS_ORIGINAL = Rule(
    "translation-has-original",
    _WARNING,
    Stage.TRANSLATING,
    "Each translation is of a text of ours that there is, and the only one of it.",
    "A misspelt place, or one of a text that is gone, has its translation left out without a word.",
    "Correct `at`, or remove the translation; `explainer edition add` writes the places of all texts.",
)
TRANSLATION_CITES_THE_SAME = Rule(
    "translation-cites-the-same",
    _WARNING,
    Stage.TRANSLATING,
    "A translation cites the sources, and links to the records, that its original names.",
    "A source that is lost on the way leaves a sentence without its proof in one language only.",
    "Write the same `[@source]` and `[[record]]` into the translation.",
)
TRANSLATION_HAS_FORM = Rule(
    "translation-has-form",
    _ERROR,
    Stage.TRANSLATING,
    "A translation has the form of its original: one line where that is one, a letter of its own where that is one.",
    "A title of several lines, or a word where a letter stands, would break the page.",
    "Write it on one line, or after `>`, which joins the lines.",
)

# --- comparing --------------------------------------------------------------------------------------

CHANGE_IS_RECORDED = Rule(
    "change-is-recorded",
    _ERROR,
    Stage.COMPARING,
    "A status, a position or a party's words that were published change only with a new entry in `corrections.yaml`.",
    "Who read the page before would never learn that it says something else now.",
    "Add an entry to `seeds/corrections.yaml` that names the record; `explainer diff` looks for it.",
)

# --- building ---------------------------------------------------------------------------------------

THEME_IS_THERE = Rule(
    "theme-is-there",
    _ERROR,
    Stage.BUILDING,
    "The theme that the settings name is installed, and no other has overwritten it.",
    "Without it no page can be built; of two that overwrite each other, each page would be made of parts of both.",
    "Name a theme that is installed, or install the one that is named.",
)
SEARCH_IS_OURS = Rule(
    "search-is-ours",
    _WARNING,
    Stage.BUILDING,
    "The settings name no plugin that makes another search.",
    "The site has a search of its own, so nobody would see what such a plugin makes.",
    "Remove the plugin from `plugins`.",
)


RULES: dict[str, Rule] = {rule.id: rule for rule in tuple(globals().values()) if isinstance(rule, Rule)}
