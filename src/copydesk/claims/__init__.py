"""Stories to claims: what pages say, who is first-hand for it, who heard it, who merely carries it.

`find_claims(story, records) -> tuple[Claim, ...]`; `with_claims(story, records)` gives the story back with its claims
and the number of first-hand origins.
"""

from copydesk.claims.finding import find_claims, with_claims

__all__ = ["find_claims", "with_claims"]
