"""What differs, for programs. The shape is stable; `version` changes when a key changes its meaning or goes.

    {
      "version": 1,
      "old": "main", "new": "working tree",
      "counts": {"question": {"added": 0, "removed": 0, "changed": 1, "moved": 0}},
      "changes": [
        {"record": "question/losses", "type": "question", "how": "changed", "label": "Losses",
         "kind": null, "was": null, "old_address_leads_on": true,
         "before": "questions/losses/", "after": "questions/losses/",
         "edits": [
           {"path": ["status"], "what": "status", "how": "changed", "old": "disputed", "new": "confirmed",
            "differs_in": [], "place": {"path": "seeds/questions/losses.yaml", "line": 2, "column": 9, …}}]}
      ],
      "pages": [
        {"page": "questions/losses.md", "how": "changed", "was": null,
         "before": "questions/losses/", "after": "questions/losses/",
         "notices": [{"what": "question", "label": "Losses", "rest": "changed: status"}]}
      ],
      "linking_back": ["glossary.md"],
      "not_compared": {"old": [], "new": ["question/mines"]},
      "errors": 1,
      "diagnostics": []
    }

`how` is `added`, `removed`, `changed` or `moved`. In `path`, what tells an item of a list from the others stands for
its number. `old` and `new` are as written, but for ids that were changed: these are the latest in both; empty where
there is none. `kind` is that of an annotation. `was` is the name of the record, or the page, in the old state where it
was another one; `old_address_leads_on` is false where renamed.yaml does not say so. `before` and `after` are addresses,
full ones where the addresses of the sites are known, and null where there is none. `differs_in` names in what kind of
thing words differ. `place` is in the new state, and null where nothing of the record is left. `linking_back` names
further pages, on which only links differ, or the lists of where their records come up. `diagnostics` have the shape of
`explainer check --format json`.
"""

import json
from collections import Counter
from typing import Any

from explainer.model.changes import TYPES, Change, Edit, How, PageChange
from explainer.model.paths import Address
from explainer.reporting.changes.told import Told, notices
from explainer.reporting.json_document import json_document
from explainer.text.differ import compare
from explainer.text.folding import fold


def json_changes(told: Told) -> str:
    """One JSON document, ASCII only, in which no terminal or log finds a command."""
    comparison = told.comparison
    counts = Counter((change.type, change.how) for change in comparison.changes)
    reported = json.loads(json_document(told.unrecorded, told.files or {}))
    document = {
        "version": 1,
        "old": told.old,
        "new": told.new,
        "counts": {
            kind: {how: counts[kind, how] for how in How} for kind in TYPES if any(counts[kind, how] for how in How)
        },
        "changes": [_change(change, told) for change in comparison.changes],
        "pages": [_page(page, told) for page in comparison.pages],
        "linking_back": list(comparison.linking_back),
        "not_compared": {"old": list(comparison.broken_before), "new": list(comparison.broken_after)},
        "errors": reported["errors"],
        "diagnostics": reported["diagnostics"],
    }
    return json.dumps(document, indent=2).replace("##", "#\\u0023") + "\n"


def _change(change: Change, told: Told) -> dict[str, Any]:
    return {
        "record": change.name,
        "type": change.type,
        "how": change.how,
        "label": change.label,
        "kind": change.kind or None,
        "was": f"{change.type}/{change.was}" if change.was else None,
        "old_address_leads_on": change.leads_on,
        "before": told.before_url + change.old.on_site if change.old else None,
        "after": told.after_url + change.new.on_site if change.new else None,
        "edits": [_edit(edit) for edit in change.edits],
    }


def _edit(edit: Edit) -> dict[str, Any]:
    is_changed = edit.is_text and edit.how is How.CHANGED
    span = edit.span
    return {
        "path": list(edit.path),
        "what": edit.what,
        "how": edit.how,
        "old": edit.old,
        "new": edit.new,
        "differs_in": [kind.value for kind in compare(fold(edit.old), fold(edit.new), edit.language).kinds]
        if is_changed
        else [],
        "place": {
            "path": span.path,
            "line": span.line,
            "column": span.column,
            "end_line": span.end_line,
            "end_column": span.end_column,
        }
        if span
        else None,
    }


def _page(page: PageChange, told: Told) -> dict[str, Any]:
    return {
        "page": page.path,
        "how": page.how,
        "was": page.was or None,
        "before": None if page.how is How.ADDED else told.before_url + Address(page.was or page.path).on_site,
        "after": None if page.how is How.REMOVED else told.after_url + Address(page.path).on_site,
        "notices": [{"what": notice.what, "label": notice.label, "rest": notice.rest} for notice in notices(page)],
    }
