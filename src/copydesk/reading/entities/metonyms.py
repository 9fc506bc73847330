"""Places that act: "Moscow said" is a government, "in Moscow" a town; "Brighton drew with Fulham" is a club."""

from collections.abc import Iterable

from copydesk.english.function_words import DIRECTED, PLACED
from copydesk.english.government_words import CLUB_VERBS, GAME_WORDS, STATE_VERB_STEMS
from copydesk.english.lists import among
from copydesk.reading.entities.mentions import Mention
from copydesk.reading.gazetteer import candidates
from copydesk.reading.trees import DependencyTree
from copydesk.records import Place

_WHERE = (PLACED - {"along", "off", "on"}) | DIRECTED | {"via"}
_BEFORE_TEAM = among("with against to over by and")


def acts(tree: DependencyTree, mention: Mention) -> bool:
    """Tell whether a place is the subject of a verb of speaking, deciding or willing."""
    token = tree.top(mention.start, mention.end)
    head = tree.heads[token]
    return (
        tree.labels[token] == "nsubj"
        and tree.tags[head] == "VERB"
        and tree.word(head).lower().startswith(STATE_VERB_STEMS)
        and not any(tree.labels[child] == "case" for child in tree.children(token))
    )


def locates(tree: DependencyTree, mention: Mention) -> bool:
    """Tell whether something is said to be in the place, at it, from it."""
    return tree.word(mention.start - 1).lower() in _WHERE


def stands_for_government(tree: DependencyTree, mentions: Iterable[Mention], place: Place | None) -> bool:
    """Tell whether a capital or a country stands for its government wherever the page names it.

    One mention must act, and none be where something is.
    """
    mentions = tuple(mentions)
    if place is None or not any(acts(tree, mention) for mention in mentions):
        return False
    if any(locates(tree, mention) for mention in mentions):
        return False
    return any(
        c.level == "country" or c.capital for c in candidates(mentions[0].name) if c.place.country == place.country
    )


def government(place: Place) -> Place:
    """Return where a government that goes by its capital's name belongs: its country, and no point on the map."""
    return Place(name=place.name, country=place.country)


def with_clubs(tree: DependencyTree, mentions: list[Mention]) -> list[Mention]:
    """Return mentions with the places that play a match as organizations."""
    return [
        m._replace(type="ORG") if m.type == "PLACE" and m.within is None and _plays(tree, m) else m for m in mentions
    ]


def _plays(tree: DependencyTree, mention: Mention) -> bool:
    token = tree.top(mention.start, mention.end)
    verb = tree.heads[token]
    if tree.word(verb).lower() not in CLUB_VERBS or tree.tags[verb] != "VERB":
        return False
    role = tree.labels[token]
    other = role in ("obl", "obj") and (role == "obj" or tree.word(mention.start - 1).lower() in _BEFORE_TEAM)
    if role != "nsubj" and not other:
        return False
    near = range(max(0, mention.start - 20), min(len(tree), mention.end + 20))
    words = {tree.word(i).lower() for i in near if i != verb}
    return bool(words & GAME_WORDS) or any(_is_score(tree.word(i)) for i in near)


def _is_score(word: str) -> bool:
    first, dash, last = word.partition("-")
    return bool(dash) and first.isdigit() and last.isdigit() and len(word) <= 5
