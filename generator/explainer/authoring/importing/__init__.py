"""Sources and annotations from other programs, as records that an author finishes. Pure: text in, drafts out.

Whatever could not be taken over is said, field by field and record by record.
"""

from explainer.authoring.importing.bibliography import Imported, read_library, source_drafts
from explainer.authoring.importing.forms import FileForm, form_of
from explainer.authoring.importing.notes import Passage, note_draft, own_id
from explainer.authoring.importing.records import pairs
from explainer.authoring.importing.sameness import Identity, identity
from explainer.authoring.importing.web_annotation import ImportedNote, Notes, read_notes

__all__ = [
    "FileForm",
    "Identity",
    "Imported",
    "ImportedNote",
    "Notes",
    "Passage",
    "form_of",
    "identity",
    "note_draft",
    "own_id",
    "pairs",
    "read_library",
    "read_notes",
    "source_drafts",
]
