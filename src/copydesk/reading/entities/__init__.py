"""Names to entities: the mentions of one person, organization or place joined within the page, with role and place."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

import msgspec

from copydesk.english.place_words import DIVISIONS, WIDER
from copydesk.language.document import Document
from copydesk.reading.entities.agreement import agreed
from copydesk.reading.entities.around import with_places_around
from copydesk.reading.entities.dateline_names import dateline_of
from copydesk.reading.entities.descriptions import describe
from copydesk.reading.entities.mentions import Mention, mentions_of
from copydesk.reading.entities.metonyms import government, stands_for_government, with_clubs
from copydesk.reading.entities.name_clusters import Cluster, join
from copydesk.reading.entities.nested import INNER, nested_in
from copydesk.reading.entities.outer_places import with_outer_places
from copydesk.reading.entities.phrases import Phrase
from copydesk.reading.entities.roles import role_of, wording
from copydesk.reading.gazetteer import candidates, key
from copydesk.reading.places import PlaceContext, division_of, locate
from copydesk.reading.trees import DependencyTree
from copydesk.records import Entity, Place, Span

__all__ = ["find_entities"]

_INITIALS = re.compile(r"(?:[A-Z]\.){2,6}[A-Z]?")


def find_entities(document: Document, dateline: str | None = None) -> tuple[Entity, ...]:
    """Return the entities of a text, in the order of their first mention.

    Args:
        document: what the language model says about the text.
        dateline: the story's dateline place, which speaks for places near it.
    """
    tree = DependencyTree(document)
    named = agreed(document, mentions_of(document, dateline_of(document)))
    mentions = with_clubs(tree, with_outer_places(document, named))
    clusters = join(mentions, document.words())
    places = [m for m in mentions if m.type == "PLACE"]
    inside = [m.within for m in places if m.within and m.within in m.text_of(document)]
    context = PlaceContext([*(m.name for m in places), *inside], dateline)
    located = [(c, _place(document, c, context) if c.type == "PLACE" else None) for c in clusters]
    located = [(_no_place(cluster) if place is None else cluster, place) for cluster, place in located]
    joined = _joined_by_place(_short_forms(located))
    others = [mention for mention in mentions if mention.type in ("PLACE", "ORG", "NORP")]
    described = _descriptions(document, [cluster for cluster, _ in joined], others)
    names = {i for mention in others for i in range(mention.start, mention.end)}
    bodies = {i for mention in others if mention.type != "NORP" for i in range(mention.start, mention.end)}
    roles = {n: role_of(document, joined[n][0].mentions, names, bodies) for n in described}
    found = [_entity(f"e{n + 1}", tree, *pair, roles.get(n), described.get(n, ())) for n, pair in enumerate(joined)]
    found = _with_nested(found, nested_in(document, mentions))
    return tuple(with_places_around(document, places, found, context))


def _no_place(cluster: Cluster) -> Cluster:
    """Return a cluster of initials that the map does not know ("the F.B.I.") as an organization; any other as it is."""
    return cluster._replace(type="ORG") if cluster.type == "PLACE" and _INITIALS.fullmatch(cluster.name) else cluster


def _with_nested(entities: list[Entity], nested: Mapping[str, Sequence[Span]]) -> list[Entity]:
    """Return entities with where they are named inside other names."""
    of_name: dict[str, int] = {}
    for n, entity in enumerate(entities):
        if entity.type in INNER:
            for name in (entity.name, *entity.variants):
                of_name.setdefault(key(name), n)
    spans: dict[int, list[Span]] = defaultdict(list)
    for name, where in nested.items():
        if (at := of_name.get(key(name))) is not None:
            spans[at] += where
    return [
        msgspec.structs.replace(entity, nested=tuple(sorted(spans[n]))) if n in spans else entity
        for n, entity in enumerate(entities)
    ]


def _descriptions(document: Document, clusters: list[Cluster], others: list[Mention]) -> dict[int, list[Phrase]]:
    """Return the descriptions of each cluster that is a person."""
    persons = [n for n, cluster in enumerate(clusters) if cluster.type == "PERSON"]
    return dict(zip(persons, describe(document, [clusters[n].mentions for n in persons], others), strict=True))


def _place(document: Document, cluster: Cluster, context: PlaceContext) -> Place | None:
    within = next((m.within for m in cluster.mentions if m.within), None)
    after = [document.word(m.end).lower() if m.end < len(document) else "" for m in cluster.mentions]
    if all(word in WIDER for word in after):
        return division_of(cluster.name, context, within) if all(word in DIVISIONS for word in after) else None
    if cluster.name.split()[-1].lower() in DIVISIONS and (within or not candidates(cluster.name)):
        return division_of(cluster.name, context, within)
    return locate(cluster.name, context, within)


def _short_forms(located: list[tuple[Cluster, Place | None]]) -> list[tuple[Cluster, Place | None]]:
    """Give the short form of a longer name on the page its place: San Cristóbal that of San Cristóbal de las Casas."""
    longer: dict[str, Place] = {}
    for cluster, place in located:
        words = key(cluster.name).split()
        if place and place.latitude is not None:
            longer |= {" ".join(words[:n]): place for n in range(2, len(words))}
    return [
        (cluster, longer.get(key(cluster.name), place) if cluster.type == "PLACE" and not _is_country(place) else place)
        for cluster, place in located
    ]


def _is_country(place: Place | None) -> bool:
    return place is not None and place.latitude is None


def _joined_by_place(located: list[tuple[Cluster, Place | None]]) -> list[tuple[Cluster, Place | None]]:
    """Join the clusters that mean one place in different spellings."""
    out: list[tuple[Cluster, Place | None]] = []
    seen: dict[int, int] = {}
    for cluster, place in located:
        number = place.geonames if place else None
        if number is not None and number in seen:
            first = out[seen[number]][0]
            out[seen[number]] = (Cluster(first.type, (*first.mentions, *cluster.mentions)), place)
            continue
        if number is not None:
            seen[number] = len(out)
        out.append((cluster, place))
    return out


def _entity(
    number: str,
    tree: DependencyTree,
    cluster: Cluster,
    place: Place | None,
    role: str | None,
    descriptions: Sequence[Phrase],
) -> Entity:
    document = tree.document
    mentions = sorted(cluster.mentions, key=lambda m: m.span)
    metonym = cluster.type == "PLACE" and stands_for_government(tree, mentions, place)
    if metonym and place and place.latitude is not None:
        place = government(place)
    spellings = Counter(m.name for m in mentions)
    name = cluster.name
    return Entity(
        id=number,
        type=cluster.type,
        name=name,
        mentions=tuple(m.span for m in mentions),
        descriptions=tuple(document.span(phrase.start, phrase.end) for phrase in descriptions),
        role=role or next(filter(None, (wording(document, phrase) for phrase in descriptions)), None),
        variants=tuple(spelling for spelling in spellings if spelling != name),
        place=place,
        metonym=metonym,
    )
