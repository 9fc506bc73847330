"""Who is first-hand for a claim, which newsrooms heard it from them, and which relay another newsroom."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from copydesk.claims.descent import Descent
from copydesk.claims.likeness import Stems
from copydesk.claims.newsrooms import newsroom_name, newsroom_of, same_name
from copydesk.claims.statements import PRONOUNS, Statement, source_stems, stems_of
from copydesk.english.function_words import RELATIVES
from copydesk.english.nouns import media_at_large
from copydesk.reading.distance import distance
from copydesk.reading.identity import same_person
from copydesk.records import Attribution, Entity, FirstHand, Origin, Record, SourceKind

_NAMED: Final = ("named-person", "named-organization", "document", "own")
SAME_FACT: Final = 0.5
"""Share of words (weighted) from which two sources' sentences are taken to say the same: below, one tells of a thing
and the other speaks of it. Read on real pages."""
MISSPELT: Final = 5
"""Letters of a family name that one wrong letter leaves the same."""
_COUNTRIES: Final = ("US", "UK", "EU", "UN")
"""Names in short that tell no company or official from others: "the US software giant"."""
_PARTIES: Final = ("D-", "I-", "R-")
"""How a party and a state begin that stand behind a name: "R-Ohio"."""
_NAME_LENGTH: Final = 60
"""Characters of a source's own words that are taken for its name."""
_RANK: Final = {kind: n for n, kind in enumerate(("named-person", "named-organization", "document", "own"))}


@dataclass(frozen=True, slots=True)
class Behind:
    """Who stands behind a claim.

    Attributes:
        origins: who is first-hand, the best described first.
        heard_by: newsrooms that have it from an origin.
        relayed_by: newsrooms that name another newsroom for it.
    """

    origins: tuple[Origin, ...]
    heard_by: tuple[str, ...]
    relayed_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Voice:
    """One naming of a source on a page."""

    origin: Origin
    stems: frozenset[str]
    entity: Entity | None
    family: str
    said: Statement


def behind(
    found: Sequence[Statement],
    records: Mapping[str, Record],
    chain: Descent,
    pages: Mapping[str, Sequence[Statement]],
    carried: Mapping[str, str],
    stems: Stems,
) -> Behind:
    """Return who stands behind the statements of a claim.

    Args:
        found: the statements.
        records: the story's records by id.
        chain: whose text each page is.
        pages: all statements of each page: where a lead rests on "officials", the page often names one further down.
        carried: for each page that carries the claim in another page's words, that page.
        stems: how much each stem of the story tells.

    A source that a page names in the sentence before counts only where none is named in the sentence itself. Two
    namings are one origin where they share a name or an institution. Unnamed sources never make a second origin.
    A claim for which no page names a source has the newsrooms that report it on their own word; where every page that
    reports it only carries another's text, it has none.
    """
    voices: list[_Voice] = []
    heard: dict[str, None] = {}
    relayed: dict[str, None] = {}
    told = [_elaborated(one, pages.get(one.page, ())) for one in found]
    for one in [one for one in told if one.attribution and not one.context] or told:
        newsroom = chain.newsrooms[one.page]
        if one.attribution is None:
            continue
        passed = passes_on(one.attribution, records[one.page], chain)
        if passed:
            relayed[newsroom] = None
            heard.update(dict.fromkeys(name for name in passed if not media_at_large(name)))
        voice = _voice(one, records[one.page], chain)
        if voice is not None:
            voices.append(voice)
            if not passed and one.page not in carried and _reports(one, records[one.page], chain):
                heard[_addressee(one.attribution, records[one.page]) or newsroom] = None
    origins = _merged(voices, stems)
    if not origins:
        own = [one for one in found if one.page not in carried and one.attribution is None]
        origins = _own_word(own, chain)
        heard.update(dict.fromkeys(origin.name for origin in origins))
    names = _distinct(heard)
    return Behind(origins, names, tuple(n for n in _distinct(relayed) if not any(same_name(n, name) for name in names)))


def _reports(one: Statement, record: Record, chain: Descent) -> bool:
    """Return whether a page's newsroom may have a statement from its source: it has a name, or shows that it reports.

    A page known by its address alone, without a credit, byline, dateline or a source that told it, may have it from
    anywhere.
    """
    told = one.attribution is not None and _told_the_press(one.attribution, record)
    named = "." not in chain.newsrooms[one.page]
    return named or told or one.page in chain.credited or bool(record.authors) or record.dateline is not None


def _told_the_press(attribution: Attribution, record: Record) -> bool:
    words = record.words(*attribution.told.spans).lower() if attribution.told else ""
    return any(word in words for word in ("reporter", "journalist")) or _addressee(attribution, record) is not None


def _elaborated(one: Statement, page: Sequence[Statement]) -> Statement:
    """Return the statement of the same page that names who gave a toll that this one puts to nobody or the unnamed."""
    vague = one.attribution is None or one.context or one.attribution.source.kind.startswith("anonymous")
    if not vague or not one.tolls:
        return one
    figures = set(one.tolls.values())
    for other in page:
        told = {(q.value, q.high or q.value) for q in other.quantities}
        source = other.attribution.source if other.attribution and not other.context else None
        named = source is not None and not source.kind.startswith("anonymous")
        if named and other.speaker == "office" and told & figures:
            return other
    return one


def _voice(one: Statement, record: Record, chain: Descent) -> _Voice | None:
    attribution = one.attribution
    if attribution is None or attribution.source.kind in ("none", "media"):
        return None
    source = attribution.source
    entity = next((e for e in record.entities if e.id == source.entity), None)
    name = _name(attribution, entity, record)
    if source.kind == "own":
        newsroom = chain.newsrooms[one.page]
        name = f"{newsroom} ({name})" if name and newsroom else newsroom or name
    if not name or name.casefold() in PRONOUNS | RELATIVES:
        return None
    first: FirstHand = "said"
    if source.kind == "own":
        first = "saw"
    elif source.kind == "document" or attribution.act == "document":
        first = "document"
    origin = Origin(name=name, kind=source.kind, first_hand=first, page=one.page, spans=source.spans)
    stems = source_stems(record, attribution)
    if entity is not None and entity.role:
        stems |= stems_of(entity.role)
    return _Voice(origin, stems, entity, chain.families[one.page], one)


def _name(attribution: Attribution, entity: Entity | None, record: Record) -> str:
    """Return what a source is called: role and name of a person, name of a body, else the page's words."""
    words = " ".join(record.words(*attribution.source.spans).split()).partition(", who ")[0]
    if entity is None:
        return words
    if entity.type == "PERSON" and entity.role and _is_office(entity.role, entity.name):
        return f"{entity.role} {entity.name}"
    longer = len(entity.name) < len(words) < _NAME_LENGTH and entity.name in words
    return words if longer and newsroom_of(words) in (None, newsroom_of(entity.name)) else entity.name


def _is_office(role: str, name: str) -> bool:
    """Return whether a role can stand before a name: no age, party ("R-Ohio") or agency's line, and not in the name."""
    if role[:2] in _PARTIES or any(map(str.isdigit, role)):
        return False
    return role.lower() not in name.lower() and newsroom_of(role) is None


def _merged(voices: Sequence[_Voice], stems: Stems) -> tuple[Origin, ...]:
    """Return the origins that voices are of: the one of most voices, and those whose sentences say the same as its.

    Another that only shares a figure or a topic with it is left out: an origin too many is worse than one untold.
    """
    groups: list[list[_Voice]] = []
    for voice in sorted(voices, key=lambda v: (not _is_named(v), _RANK.get(v.origin.kind, 9))):
        mine = [group for group in groups if any(_one_origin(voice, other) for other in group)]
        if not _is_named(voice) or _of_either(mine):
            mine = mine[:1]
        groups = [group for group in groups if group not in mine] + [[one for group in mine for one in group] + [voice]]
    groups.sort(key=len, reverse=True)
    kept = [group for group in groups if _agree(group, groups[0], stems)]
    return tuple(_best_described(group) for group in kept)


def _of_either(groups: Sequence[Sequence[_Voice]]) -> bool:
    """Return whether groups that a name fits are of different people: a family name alone makes them not one."""
    people = [next((v.entity for v in group if v.entity and v.entity.type == "PERSON"), None) for group in groups]
    return any(one and other and _are_two_people(one, other) for one, other in pairwise(people))


def _agree(one: Sequence[_Voice], other: Sequence[_Voice], stems: Stems) -> bool:
    return one is other or any(stems.similarity(a.said, b.said) >= SAME_FACT for a in one for b in other)


def _one_origin(one: _Voice, other: _Voice) -> bool:
    """Return whether two namings may be one origin: only a different name or institution makes another."""
    named = (_is_named(one), _is_named(other))
    if not all(named):
        return True
    shared = one.stems & other.stems
    if one.entity and other.entity and _are_two_people(one.entity, other.entity):
        shared -= stems_of(f"{one.entity.name} {other.entity.name}")
    if shared:
        return True
    if one.entity and other.entity and one.entity.type == other.entity.type == "PERSON":
        return _misspelt(one.entity, other.entity)
    kinds: tuple[SourceKind, SourceKind] = (one.origin.kind, other.origin.kind)
    if "own" in kinds:
        return kinds == ("own", "own") and one.origin.name == other.origin.name
    people = [v for v in (one, other) if v.origin.kind == "named-person"]
    return one.family == other.family and len(people) == 1


def _are_two_people(one: Entity, other: Entity) -> bool:
    return one.type == other.type == "PERSON" and same_person(one, other) == "different" and not _misspelt(one, other)


def _misspelt(one: Entity, other: Entity) -> bool:
    """Return whether two people's family names are one letter apart, and their given names alike or untold."""
    (*given, family), (*others, name) = (who.name.casefold().split() or [""] for who in (one, other))
    if given and others and given[0] != others[0]:
        return False
    return min(len(family), len(name)) >= MISSPELT and distance(family, name, 1) == 1


def _is_named(voice: _Voice) -> bool:
    """Return whether a naming tells who it is: a kind that is named, and not by a pronoun or common nouns alone.

    "The company" tells nobody apart, nor does "a statement": both may be the same source as any other. So may a country
    ("India said"): whoever speaks for it.
    """
    if voice.origin.kind == "own":
        return True
    if voice.entity is not None and voice.entity.type == "PLACE":
        return False
    words = [word for word in voice.origin.name.split()[1:] if word.replace(".", "") not in _COUNTRIES]
    telling = voice.entity is not None or any(word[:1].isupper() for word in words)
    return voice.origin.kind in _NAMED and telling and bool(voice.stems)


def _best_described(group: Sequence[_Voice]) -> Origin:
    """Return how an origin is called: named, of the firmest kind, no crowd by its number, by most pages, at length."""
    pages = {voice.origin.name: {v.origin.page for v in group if v.origin.name == voice.origin.name} for voice in group}

    def rank(voice: _Voice) -> tuple[bool, int, bool, int, int]:
        name = voice.origin.name
        named = _is_named(voice)
        counted = any(map(str.isdigit, name))
        often = 0 if named else len(pages[name])
        return (named, -_RANK.get(voice.origin.kind, 9), not counted, often, len(name))

    return max(group, key=rank).origin


def _own_word(found: Iterable[Statement], chain: Descent) -> tuple[Origin, ...]:
    """Return the newsroom that reports something on its own word first; another's text of the same is not counted."""
    first = next(iter(found), None)
    if first is None:
        return ()
    name = chain.newsrooms[first.page]
    if not name:
        return ()
    return (Origin(name=name, kind="own", first_hand="own-word", page=first.page, spans=(first.span,)),)


def passes_on(attribution: Attribution, record: Record, chain: Descent) -> list[str]:
    """Return the newsrooms through which a page has a statement; "the network" and the page's own name none."""
    return [name for name in _media(attribution, record, chain) if not same_name(name, chain.newsrooms[record.id])]


def names_itself(attribution: Attribution, record: Record, chain: Descent) -> bool:
    """Return whether a page names only its own newsroom as the one through which it has a statement."""
    return bool(_media(attribution, record, chain)) and not passes_on(attribution, record, chain)


def _media(attribution: Attribution, record: Record, chain: Descent) -> list[str]:
    names = {e.id: e.name for e in record.entities}
    passed = [names.get(relay.entity or "") or record.words(*relay.spans) for relay in attribution.via]
    if attribution.source.kind == "media":
        passed.append(names.get(attribution.source.entity or "") or record.words(*attribution.source.spans))
    return [newsroom_name(chain.outlets.get(name, name)) for name in passed if any(map(str.isupper, name))]


def _addressee(attribution: Attribution, record: Record) -> str | None:
    """Return the newsroom that a source told it, where the page names one; "reporters" are none."""
    if attribution.told is None:
        return None
    names = {e.id: e.name for e in record.entities}
    return newsroom_of(names.get(attribution.told.entity or "") or record.words(*attribution.told.spans))


def _distinct(names: Iterable[str]) -> tuple[str, ...]:
    out: list[str] = []
    for name in names:
        if name and not any(same_name(name, known) for known in out):
            out.append(name)
    return tuple(out)
