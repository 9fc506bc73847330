"""Families: pages of one text by descent. They do not depend on which way an arrow points, nor on the order of pages.

A family is a component over strong links (most of the text of one page is in the other), over translations, over
rewritings that follow a text sentence by sentence in other words, and over the label "same agency, same event".
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from copydesk.copies.copy_page import TracedPage
from copydesk.copies.pairing.alignment_measures import AlignedPair, followed
from copydesk.copies.pairing.kept_pairs import AlignedPairs
from copydesk.copies.pairing.relation import DAYS, MOST, MUCH, days_apart, one_form, strong
from copydesk.copies.pairing.translation import foreign, translated
from copydesk.copies.search.near import SharedShingles
from copydesk.copies.search.print_likeness import Matrix
from copydesk.copies.texts.recurring import recurring

ALIKE: Final = 0.28
"""Likeness in facts from which two texts are aligned."""
SHARED: Final = 0.25
"""Share of the shingles of the shorter text from which two texts are aligned."""
ABROAD: Final = 0.1
"""Likeness in facts from which two texts in different languages are compared."""
FILLED: Final = 0.6
"""Share of both texts in aligned sentences, where they are one form filled in twice."""
SECOND: Final = 0.35
"""Share of a text by which what it has from one page may stay behind what it has from another, to be a link too."""
FOLLOWED: Final = 0.62
"""Share of each of two texts that must follow the other's sentences, in other words, to be a rewriting of it."""
FOLLOWED_FACTS: Final = 0.6  # share of names and numbers that agree, of a rewriting
FOLLOWED_WORDS: Final = 80  # words of a text that may be, or have, a rewriting
ONE_STORY: Final = 0.5
"""Likeness in facts from which what two pages share is their story's, however many other pages have it."""
APART: Final = 0.2
"""Share of the sentences of an inserted text that may also be those of the text that a page is."""
LABEL: Final = 0.42
"""Likeness in facts of the nearest pages of two families of one agency's texts that are of one event."""
LABEL_MEAN: Final = 0.3
"""Mean likeness of all their pages."""
LABEL_DAYS: Final = 2  # days between the nearest pages of two such families

SQUARE: Final = 64
"""Pages on either side of a square in which pairs are aligned."""

Align = Callable[[TracedPage, TracedPage], AlignedPair]


@dataclass(frozen=True, slots=True)
class Link:
    """Two pages, by id in order, that belong to one family, and why.

    `shares` are the shares of the text of each that stands in the other.
    """

    first: str
    second: str
    why: str
    shares: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Relations:
    """How some pages hang together.

    Attributes:
        aligned: pairs that were aligned, by ids in order.
        links: the links that join families.
        families: members by id, sorted; every page is in exactly one.
    """

    aligned: AlignedPairs
    links: tuple[Link, ...]
    families: tuple[tuple[str, ...], ...]


def relate(pages: Sequence[TracedPage], alike: Matrix, shared: SharedShingles, align: Align) -> Relations:
    """Return how pages hang together.

    Args:
        pages: sorted by id.
        alike: how alike each two are in facts.
        shared: which have shingles in common.
        align: aligns two pages, the one with the lesser id first; may remember pairs that it aligned before.
    """
    aligned = _aligned(pages, alike, shared, align)
    by_id = {page.id: page for page in pages}
    place = {page.id: i for i, page in enumerate(pages)}
    forms: set[tuple[str, str]] = set()
    fillings: set[tuple[str, str]] = set()
    for key, pair in aligned.items():
        if one_form(by_id[key[0]], by_id[key[1]], pair.measures):
            forms.add(key)
            if min(pair.measures.held, pair.measures.found) >= FILLED:
                fillings.add(key)
    links = _of_one_form(_strong(by_id, aligned), fillings)
    links += _translations(pages, alike)
    links += _followed(by_id, aligned, links, forms)
    links = _without_bridges(links)
    whole = _without_inserts(links, aligned)
    apart = forms | {(link.first, link.second) for link in set(links) - set(whole)}
    links = whole
    families = _components(by_id, links)
    labels = _labels(
        by_id, families, lambda x, y: 0.0 if tuple(sorted((x, y))) in apart else float(alike[place[x], place[y]])
    )
    links += labels
    return Relations(aligned, tuple(links), _components(by_id, links))


def _aligned(pages: Sequence[TracedPage], alike: Matrix, shared: SharedShingles, align: Align) -> AlignedPairs:
    """Return the pairs of pages that are near enough to be aligned, without sentences that prove nothing.

    They are aligned in squares of pages, so that what is made of each text for it can be kept at hand.
    """
    near = [i * len(pages) + np.flatnonzero(row >= ALIKE) for i, row in enumerate(alike)]
    close = shared.share >= SHARED
    near.append(shared.first[close].astype(np.int64) * len(pages) + shared.second[close])
    first, second = np.divmod(np.unique(np.concatenate(near)), max(len(pages), 1))
    rising = first < second
    first, second = first[rising], second[rising]
    found = AlignedPairs([page.id for page in pages], first, second)
    spare = recurring(pages, alike)
    none: frozenset[int] = frozenset()
    for number in np.lexsort((second // SQUARE, first // SQUARE)):
        i, j = int(first[number]), int(second[number])
        a, b = pages[i], pages[j]
        if foreign(a, b):
            continue
        pair = align(a, b)
        if spare and alike[i, j] < ONE_STORY:
            pair = pair.without(a.text, b.text, spare.get(a.id, none), spare.get(b.id, none))
        found.keep(number, pair)
    return found


def _strong(pages: Mapping[str, TracedPage], aligned: Mapping[tuple[str, str], AlignedPair]) -> list[Link]:
    """Return the links between pages of which most of one stands in the other, and not much more of it elsewhere."""
    found: list[Link] = []
    for (a, b), pair in aligned.items():
        m = pair.measures
        if strong(pages[a], pages[b], m):
            found.append(Link(a, b, "text", (m.kept, m.copied)))
    best: dict[str, float] = defaultdict(float)
    for link in found:
        for id_, share in zip((link.first, link.second), link.shares, strict=True):
            best[id_] = max(best[id_], share)
    spare = [best[_child(link)] - (SECOND if max(link.shares) >= MOST else 0.0) for link in found]
    return [link for link, least in zip(found, spare, strict=True) if max(link.shares) >= least]


def _of_one_form(links: list[Link], forms: Collection[tuple[str, str]]) -> list[Link]:
    """Return the links without those of a page to more than one filling of a form: the nearest alone is its own."""
    near: dict[str, dict[str, float]] = defaultdict(dict)
    for link in links:
        near[link.first][link.second] = near[link.second][link.first] = sum(link.shares)
    dropped = set()
    for id_, others in near.items():
        for x, y in forms:
            if x in others and y in others:
                dropped.add(frozenset((id_, x if (others[x], x) < (others[y], y) else y)))
    return [link for link in links if frozenset((link.first, link.second)) not in dropped]


def _child(link: Link) -> str:
    """Return the page of which more stands in the other."""
    return link.first if link.shares[0] > link.shares[1] else link.second


def _translations(pages: Sequence[TracedPage], alike: Matrix) -> list[Link]:
    found: list[Link] = []
    tongues = np.array([page.language or "" for page in pages])
    for i, (row, tongue) in enumerate(zip(alike, tongues, strict=True)):
        abroad = (tongues != tongue) & (row >= ABROAD) if tongue else np.zeros(0, bool)
        some = (i + 1 + np.flatnonzero(abroad[i + 1 :])).tolist()
        shares = ((j, translated(pages[i], pages[j])) for j in some)
        found += [Link(pages[i].id, pages[j].id, "translation", (share, share)) for j, share in shares if share]
    return found


def _followed(
    pages: Mapping[str, TracedPage],
    aligned: Mapping[tuple[str, str], AlignedPair],
    links: Iterable[Link],
    forms: Collection[tuple[str, str]],
) -> list[Link]:
    """Return links of pages without any to the page whose sentences they follow in other words.

    A page that credits an agency, names a reporter or was spoken to is nobody's rewriting in other words.
    """
    settled = {id_ for link in links for id_ in (link.first, link.second)}
    best: dict[str, tuple[float, str, tuple[float, float]]] = {}
    for a, b in aligned:
        one, other = pages[a], pages[b]
        if (a, b) in forms or one.gathers or other.gathers or days_apart(one, other) > DAYS:
            continue
        if min(one.text.words, other.text.words) < FOLLOWED_WORDS:
            continue
        for child, parent in ((a, b), (b, a)):
            origin = pages[child].origin
            if child in settled or origin.agency or origin.reporters or origin.reported:
                continue
            shares, facts = followed(one.text, other.text)
            if min(shares) >= FOLLOWED and facts >= FOLLOWED_FACTS and min(shares) > best.get(child, (0.0,))[0]:
                best[child] = min(shares), parent, shares
    return [
        Link(min(child, parent), max(child, parent), "rewriting", shares)
        for child, (_, parent, shares) in sorted(best.items())
    ]


def _without_bridges(links: list[Link]) -> list[Link]:
    """Return the links without those by which a page that holds several texts, but is none of them, would join them.

    Such a page shares less than much of its own text with each; it keeps its links to those pages that hang together
    without it and take up most of it.
    """
    own: dict[str, float] = defaultdict(float)
    for link in links:
        for id_, share in zip((link.first, link.second), link.shares, strict=True):
            own[id_] = max(own[id_], share)
    holders = sorted((id_ for id_, share in own.items() if share < MUCH), key=lambda id_: (own[id_], id_))
    for holder in holders:
        mine = [link for link in links if holder in (link.first, link.second)]
        rest = [link for link in links if holder not in (link.first, link.second)]
        others = sorted(_other(link, holder) for link in mine)
        groups = [set(group) for group in _components(others, rest, only=others)]
        if len(groups) > 1:
            weight = {_other(link, holder): link.shares[link.second == holder] for link in mine}
            best = max(groups, key=lambda group: (max(weight[id_] for id_ in group), len(group), min(group)))
            links = rest + [link for link in mine if _other(link, holder) in best]
    return links


def _without_inserts(links: list[Link], aligned: Mapping[tuple[str, str], AlignedPair]) -> list[Link]:
    """Return the links without those of a text to a page that is another text's first and holds it besides.

    Such a page shares more with a page of its own text, has that text before the inserted one, in other sentences,
    and the two texts are not linked: it takes a passage from the one, however much of that text the passage is.
    """
    near: dict[str, dict[str, Link]] = defaultdict(dict)
    for link in links:
        if link.why == "text":
            near[link.first][link.second] = near[link.second][link.first] = link
    dropped: set[Link] = set()
    for holder, others in near.items():
        held = {
            id_: ({n for row in aligned[link.first, link.second].links
                   for n in (row.a if link.first == holder else row.b)},
                  link.shares[link.second == holder])
            for id_, link in others.items()
        }  # fmt: skip
        for text, (mine, share) in held.items():
            if share < MOST and mine and any(
                more > share and own and min(own) < min(mine) and len(own & mine) <= APART * len(mine)
                and other not in near[text]
                for other, (own, more) in held.items() if other != text
            ):  # fmt: skip
                dropped.add(others[text])
    return [link for link in links if link not in dropped]


def _other(link: Link, id_: str) -> str:
    return link.second if link.first == id_ else link.first


def _labels(
    pages: Mapping[str, TracedPage], families: Sequence[tuple[str, ...]], alike: Callable[[str, str], float]
) -> list[Link]:
    """Return links between families whose texts are one agency's, on one event."""
    by_agency: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for family in families:
        if agency := agency_of_family(pages, family):
            by_agency[agency].append(tuple(id_ for id_ in family if pages[id_].origin.agency == agency))
    found = []
    for same in by_agency.values():
        for i, one in enumerate(same):
            for other in same[i + 1 :]:
                near = [(alike(x, y), x, y) for x in one for y in other]
                mean = sum(likeness for likeness, *_ in near) / len(near)
                nearest = max(near)
                days = min(days_apart(pages[x], pages[y]) for _, x, y in near)
                if (
                    nearest[0] >= LABEL
                    and mean >= LABEL_MEAN
                    and days <= LABEL_DAYS
                    and not _gather(pages, one) | _gather(pages, other)
                ):
                    found.append(Link(min(nearest[1:]), max(nearest[1:]), "agency", (0.0, 0.0)))
    return found


def _gather(pages: Mapping[str, TracedPage], family: Iterable[str]) -> bool:
    return any(pages[id_].gathers for id_ in family)


def agency_of_family(pages: Mapping[str, TracedPage], members: Iterable[str]) -> str | None:
    """Return the agency whose text a family is: the one that most of its pages credit, their own first."""
    counts: dict[str, int] = defaultdict(int)
    for id_ in members:
        if id_ in pages and (agency := pages[id_].origin.agency):
            counts[agency] += 1 + 2 * bool(pages[id_].origin.own)
    return max(counts, key=lambda agency: (counts[agency], agency)) if counts else None


def _components(
    ids: Iterable[str], links: Iterable[Link], only: Iterable[str] | None = None
) -> tuple[tuple[str, ...], ...]:
    """Return the components over links, as sorted tuples; of those, the parts that stand in `only`."""
    heads = {id_: id_ for id_ in ids}

    def head(id_: str) -> str:
        heads.setdefault(id_, id_)
        while heads[id_] != id_:
            heads[id_] = heads[heads[id_]]
            id_ = heads[id_]
        return id_

    for link in links:
        heads[head(link.second)] = head(link.first)
    groups: dict[str, list[str]] = defaultdict(list)
    for id_ in heads if only is None else only:
        groups[head(id_)].append(id_)
    return tuple(sorted(tuple(sorted(group)) for group in groups.values()))
