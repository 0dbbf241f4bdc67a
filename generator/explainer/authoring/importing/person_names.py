"""Names of people as RIS and EndNote write them, in the parts of CSL."""

import re
from collections.abc import Iterator


def names(written: str, remarks: list[str]) -> Iterator[dict[str, str]]:
    """`Family, Given, Suffix`; a name with more commas stays whole, and “et al.” is no person."""
    parts = [part.strip() for part in written.split(",")]
    if re.fullmatch(r"et\.? al\.?|and others|others", written.strip(), re.IGNORECASE):
        remarks.append(f"The list of authors ends with “{written.strip()}”: there are more people than it names.")
    elif len(parts) == 1 or not parts[0] or not any(parts[1:]):
        yield {"literal": written.strip(" ,")}
    elif len(parts) > 3 or ";" in written:
        remarks.append(f"The name `{written.strip()}` stands whole: it seems to be more than one. Look at it.")
        yield {"literal": written.strip()}
    else:
        yield {key: part for key, part in zip(("family", "given", "suffix"), parts, strict=False) if part}
