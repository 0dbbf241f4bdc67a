"""Sources and annotations from other programs, as records that an author finishes. Pure: text in, drafts out.

Whatever could not be taken over is said, field by field and record by record.
"""

from explainer.authoring.importing.annotations import read_annotations, writable
from explainer.authoring.importing.bibliography import Imported, read_library, source_drafts
from explainer.authoring.importing.forms import BOTH, SOURCES, FileForm, form_of
from explainer.authoring.importing.notes import Passage, note_draft, own_id
from explainer.authoring.importing.records import pairs
from explainer.authoring.importing.sameness import Identity, identity
from explainer.authoring.importing.web_annotation import ImportedNote, Notes, read_notes
from explainer.authoring.importing.webanno_notes import WrongMappingError
from explainer.authoring.importing.zotero_rdf import Zotero
from explainer.authoring.importing.zotero_rdf import read as read_zotero

__all__ = [
    "BOTH",
    "SOURCES",
    "FileForm",
    "Identity",
    "Imported",
    "ImportedNote",
    "Notes",
    "Passage",
    "WrongMappingError",
    "Zotero",
    "form_of",
    "identity",
    "note_draft",
    "own_id",
    "pairs",
    "read_annotations",
    "read_library",
    "read_notes",
    "read_zotero",
    "source_drafts",
    "writable",
]
