"""Last words of names, by what they name: events, works."""

from typing import Final

EVENT_NOUNS: Final = frozenset(
    ("war", "battle", "cup", "games", "olympics", "festival", "championship", "championships", "conference",
     "summit", "election", "elections", "marathon", "revolution", "uprising", "massacre", "holocaust", "final",
     "finals", "league", "prix", "hurricane", "typhoon", "cyclone", "earthquake", "exposition", "expo", "biennale",
     "parade", "awards", "forum", "carnival", "tournament", "ceasefire", "genocide", "rebellion", "intifada",
     "pandemic")
)  # fmt: skip
"""Last words of the names of events."""
WORK_NOUNS: Final = frozenset(
    ("act", "code", "constitution", "treaty", "agreement", "accord", "accords", "convention", "protocol", "report",
     "diary", "bible", "quran", "koran", "gospel", "book", "novel", "film", "movie", "song", "album", "series",
     "show", "charter", "declaration", "bill")
)  # fmt: skip
"""Last words of the names of works, treaties and laws."""
