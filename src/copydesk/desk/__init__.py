"""The desk: one searchable SQLite file of records and the stories they tell."""

from copydesk.desk.claim_search import search_claims
from copydesk.desk.desk import Desk
from copydesk.desk.desk_types import Added, EntityLine, EventLine, Hit, Moment, Snippet, SourceLine, StoryLine

__all__ = [
    "Added",
    "Desk",
    "EntityLine",
    "EventLine",
    "Hit",
    "Moment",
    "Snippet",
    "SourceLine",
    "StoryLine",
    "search_claims",
]
