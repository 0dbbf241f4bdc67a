"""Sources and annotations from other programs, as records that an author finishes. Pure: text in, drafts out.

Whatever could not be taken over is said, field by field and record by record.
"""

from generator.importing.bibliography import Existing, Imported, existing, read_items, source_drafts
from generator.importing.forms import Form, form_of
from generator.importing.notes import Passage, note_draft, own_id
from generator.importing.web_annotation import Note, read_notes

__all__ = [
    "Existing",
    "Form",
    "Imported",
    "Note",
    "Passage",
    "existing",
    "form_of",
    "note_draft",
    "own_id",
    "read_items",
    "read_notes",
    "source_drafts",
]
