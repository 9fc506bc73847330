"""Records to stories with their claims: what `copydesk.trace` does."""

from collections.abc import Iterable

from copydesk import copies
from copydesk.claims import with_claims
from copydesk.copies import Story
from copydesk.pages import Failure, records_in
from copydesk.records import Record


def trace(records: Iterable[Record | Failure], *, claims: bool = True) -> tuple[Story, ...]:
    """Return the stories that records tell, the one with most pages first, with their claims.

    Each record is in exactly one story; records with the same id count as one page, the first one given.

    Args:
        records: records, in any order, or what `read_many` yields; pages that could not be read are left out.
        claims: whether to find what the pages say and who is first-hand for it, too (docs/claims.md).

    Warns:
        PagesLeftOut: there were pages that could not be read.
    """
    known: dict[str, Record] = {}
    for record in records_in(records, "trace"):
        known.setdefault(record.id, record)
    stories = copies.trace(known.values())
    return tuple(with_claims(story, known) for story in stories) if claims else stories
