"""Stories to claims: what pages say, who is first-hand for it, who heard it, who merely carries it.

`find_claims(story, records) -> tuple[Claim, ...]`; `with_claims(story, records)` gives the story back with its claims,
the number of first-hand origins and its happenings; `with_happenings(story, records)` gives it its happenings alone.
"""

from copydesk.claims.finding import find_claims, with_claims
from copydesk.claims.happenings import find_happenings, with_happenings

__all__ = ["find_claims", "find_happenings", "with_claims", "with_happenings"]
