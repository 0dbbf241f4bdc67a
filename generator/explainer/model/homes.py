"""Where an author adds a record, in words."""

from explainer.model.record_types import RECORD_TYPES, RecordType, Ref


def home_of(ref: Ref) -> str:
    """Where an author adds the record: “as the file `seeds/questions/losses.yaml`”."""
    declared = RECORD_TYPES[ref.type]
    if declared.is_of_article:
        return f"to the `{declared.path.rpartition('/')[2]}` of its article"
    if ref.type is RecordType.ARTICLE:
        return f"as the folder `seeds/articles/{ref.id}`"
    if declared.is_file:
        return f"as the file `{declared.path.replace('<slug>', ref.id)}`"
    shares = sum(other.path == declared.path for other in RECORD_TYPES.values()) > 1
    return f"to `{declared.path}`" + (f", under `{declared.section}`" if shares else "")
