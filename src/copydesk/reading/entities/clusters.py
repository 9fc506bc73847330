"""Mentions to entities: which names on a page mean the same, by their words.

Persons join by family name (Jens Stoltenberg, Stoltenberg, Mr. Stoltenberg), organizations by initials and by short
forms that only one of them can have (World Health Organization, WHO), everything by equal words.
"""

from collections import Counter
from typing import NamedTuple

from copydesk.reading.entities.mentions import Mention
from copydesk.reading.gazetteer import country_of, key
from copydesk.records import EntityType

_TITLES = frozenset(
    ("mr", "mrs", "ms", "miss", "dr", "prof", "professor", "sir", "dame", "lord", "lady", "president", "minister",
     "prime", "premier", "chancellor", "senator", "sen", "rep", "gov", "governor", "mayor", "judge", "justice",
     "general", "gen", "colonel", "col", "major", "captain", "capt", "lieutenant", "lt", "sergeant", "sgt", "king",
     "queen", "prince", "princess", "pope", "bishop", "archbishop", "father", "sister", "imam", "sheikh",
     "ayatollah", "rev", "reverend", "secretary", "ambassador", "former", "vice")
)  # fmt: skip
_SUFFIXES = frozenset(["jr", "sr", "ii", "iii", "iv"])
_LINKING = frozenset(["the", "of", "and", "for", "&", "in", "on", "de", "la", "del", "du", "et", "der"])


_COMPANY = frozenset(
    ("inc", "corp", "co", "ltd", "llc", "plc", "company", "corporation", "group", "holdings", "limited")
)


class Cluster(NamedTuple):
    """An entity's mentions, in the order in which they were joined."""

    type: EntityType
    mentions: tuple[Mention, ...]

    @property
    def name(self) -> str:
        """The name to call it by: the fullest for persons and organizations, else the most frequent.

        A name in capitals throughout is passed over where the page has it in small letters too.
        """
        names = Counter(_bare(m.name) if self.type == "PERSON" else m.name for m in self.mentions)
        small = {name.casefold() for name in names if not name.isupper()}
        names = Counter({n: count for n, count in names.items() if not (n.isupper() and n.casefold() in small)})
        if self.type in ("PERSON", "ORG"):
            return max(names, key=lambda name: (len(name.split()), names[name]))
        return names.most_common(1)[0][0]


def join(mentions: list[Mention]) -> list[Cluster]:
    """Return the clusters of a page's mentions, in the order of their first mention."""
    groups: list[list[Mention]] = []
    words_of: list[set[tuple[str, ...]]] = []
    for mention in sorted(mentions, key=_fullness):
        words = _words(mention)
        at = _match(mention, words, groups, words_of)
        if at is None:
            groups.append([mention])
            words_of.append({words})
        else:
            groups[at].append(mention)
            words_of[at].add(words)
    clusters = [Cluster(g[0].type, tuple(sorted(g, key=lambda m: m.start))) for g in groups]
    return sorted(clusters, key=lambda c: c.mentions[0].start)


def _fullness(mention: Mention) -> tuple[int, int]:
    """Order mentions so that full names come before their short forms, whatever the text's order."""
    size = len(_words(mention)) if mention.type in ("PERSON", "ORG") else 0
    return -size, mention.start


def _words(mention: Mention) -> tuple[str, ...]:
    plain = key(mention.name.replace(".", " ") if mention.type == "PERSON" else mention.name.replace(".", ""))
    words = tuple(word.strip(",'\"“”‘’()") for word in plain.split())
    words = tuple(word for word in words if word)
    if mention.type == "PERSON":
        bare = tuple(word for word in words if word not in _TITLES and word not in _SUFFIXES)
        words = bare or words
    if mention.type == "PLACE" and (country := country_of(mention.name)):
        return ("country", country)
    return words


def _bare(name: str) -> str:
    words = name.split()
    while len(words) > 1 and key(words[0]).rstrip(".") in _TITLES:
        words = words[1:]
    return " ".join(words)


def _match(
    mention: Mention, words: tuple[str, ...], groups: list[list[Mention]], words_of: list[set[tuple[str, ...]]]
) -> int | None:
    """Return the group that a mention belongs to, if any: equal words first, then the one short form fits."""
    same = [i for i, group in enumerate(groups) if group[0].type == mention.type]
    for i in same:
        if words in words_of[i]:
            return i
    fits = {"PERSON": _person_fits, "ORG": _organization_fits}.get(mention.type)
    if fits is None:
        return None
    fitting = [i for i in same if any(fits(words, full) for full in words_of[i])]
    if len(fitting) > 1 and mention.type == "PERSON":
        # Two people of one family name: the one named last before, as in running text.
        before = [i for i in fitting if any(m.start < mention.start for m in groups[i])]
        return max(before, key=lambda i: max(m.start for m in groups[i] if m.start < mention.start), default=fitting[0])
    return fitting[0] if len(fitting) == 1 else None


def _person_fits(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    if len(short) == 1:
        return len(full) > 1 and short[0] in (full[-1], full[0])
    if len(full) < len(short):
        return False
    if full[-len(short) :] == short:  # Ursula von der Leyen, von der Leyen
        return True
    given = full[0] == short[0] or (min(len(full[0]), len(short[0])) == 1 and full[0][0] == short[0][0])
    return given and (full[-1] == short[-1] or full[-len(short) + 1 :] == short[1:])


def _organization_fits(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    if len(short) == 1 and len(full) > 1:
        content = [word for word in full if word not in _LINKING and word not in _COMPANY]
        initials = {"".join(w[0] for w in full), "".join(w[0] for w in content)}
        return len(short[0]) > 1 and (short[0] in initials or content == list(short) or short[0] == full[-1])
    return 1 < len(short) < len(full) and (full[: len(short)] == short or full[-len(short) :] == short)
