"""Claims of stories whose truth is known: found, with the right origins and hearings, and how long they take.

    python -m benchmarks.claims            the newsroom as pages and as texts; times of stories of 50 and 600 pages
    python -m benchmarks.claims --quick    without the times

Figures of the yardstick `newsroom.py --claims` in ../shared/score. Each story is told by weights fitted on all others
(`training.claims.folds`), since those that ship were fitted on these stories; what these give is printed beside. An
altered carrier is a page that carries a known claim and whose weighty change, as the truth lists it, touches its words:
found where the claim that was told for it lists a change of that page with like words.
"""

import argparse
import json
import warnings
from collections.abc import Callable, Mapping
from typing import Any

import msgspec

import copydesk
from benchmarks.common import keep, print_table, user_seconds
from copydesk.claims import find_claims
from copydesk.claims.claim_weights import ClaimWeights, shipped
from copydesk.claims.descent import Descent
from copydesk.claims.finding import claims_of
from copydesk.copies.copy_types import Story
from copydesk.records import Claim, Record
from corpora.newsroom import FOLDER, FORMS, Newsroom, newsroom, yardstick
from training.claims import folds

BAR = {
    "claim.recall": 0.80,
    "claim.precision": 0.75,
    "claim.origins.f1": 0.80,
    "claim.count": 0.75,
    "claim.too_many": 0.08,
    "claim.heard.f1": 0.70,
    "altered.recall": 0.70,
    "altered.precision": 0.0,
}


def scored(form: str, fitted: Callable[[int], ClaimWeights]) -> dict[str, float]:
    """Return the figures of one form of the newsroom, by the weights that `fitted` gives for a known story."""
    room = newsroom(form)
    stories = [with_weights(story, room, fitted(room.owner(story))) for story in room.stories]
    pages = {page["id"]: page for known in room.truth for page in known["pages"]}
    figures: dict[str, float] = yardstick().claims(room.truth, pages, room.records, stories)
    return figures | altered([claim for story in stories for claim in story.claims], room, pages)


def with_weights(story: Story, room: Newsroom, fitted: ClaimWeights) -> Story:
    """Return a story with the claims that some weights tell."""
    return msgspec.structs.replace(story, claims=find_claims(story, room.records, fitted))


def altered(told: list[Claim], room: Newsroom, pages: Mapping[str, Any]) -> dict[str, float]:
    """Return which carriers that altered a known claim are listed as such, and how many listed changes are known."""
    known = found = listed = right = 0
    for claim in (claim for story in room.truth for claim in story["claims"]):
        match = best_match(claim, told, room)
        for page in claim["pages"] if match else ():
            changes = changes_of(claim, page, pages)
            if changes and claim["roles"].get(page) == "carried":
                known += 1
                on = next((row for row in match.pages if row.page == page), None) if match else None
                found += on is not None and any(alike(change, item) for change in changes for item in on.altered)
    for row in (row for claim in told for row in claim.pages if row.altered and row.page in pages):
        listed += 1
        right += any(alike(change, item) for change in pages[row.page].get("changed", ()) for item in row.altered)
    return {
        "altered.recall": found / max(1, known),
        "altered.precision": right / max(1, listed),
        "altered.known": known,
    }


def best_match(claim: Mapping[str, Any], told: list[Claim], room: Newsroom) -> Claim | None:
    """Return the told claim whose pages agree best with a known one's, as the yardstick pairs them; None below .5."""
    best, most = None, 0.5
    for one in told:
        hits = 0
        for row in one.pages:
            words = claim["pages"].get(row.page)
            spot = words and yardstick().spots(room.records[row.page].text, words)
            hits += bool(spot) and any(start < spot[1] and spot[0] < end for start, end in row.spans)
        value = 2 * hits / (len(one.pages) + len(claim["pages"]))
        if value > most or (best is None and value == most):
            best, most = one, value
    return best


def changes_of(claim: Mapping[str, Any], page: str, pages: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return the weighty changes of a page that touch its words of a claim, or its parent's."""
    touched = []
    for change in pages[page].get("changed", ()):
        if change["kind"] in yardstick().WEIGHTY:
            here = touches(pages[page]["text"], claim["pages"][page], change.get("after"))
            parent = pages.get(pages[page].get("parent") or "")
            above = claim["pages"].get(parent["id"]) if parent else None
            if here or (parent and above and touches(parent["text"], above, change.get("before"))):
                touched.append(change)
    return touched


def touches(text: str, words: str, changed: str | None) -> bool:
    """Return whether two stretches of a text overlap."""
    if not changed:
        return False
    start, other = text.find(words), text.find(changed)
    return start >= 0 and other >= 0 and start < other + len(changed) and other < start + len(words)


def alike(change: Mapping[str, Any], item: Any) -> bool:
    """Return whether a listed change has the words of a known one."""
    like: Callable[[str | None, str | None], bool] = yardstick().alike
    return like(change.get("before"), item.before) or like(change.get("after"), item.after)


def large_story(pages: int) -> tuple[Descent, dict[str, Record]]:
    """Return a story of so many pages: the newsroom's texts, each repeated as copies in families of its own."""
    texts = [page["text"] for file in sorted(FOLDER.glob("*.json")) for page in json.loads(file.read_text())["pages"]]
    known = [copydesk.read_text(text, id=f"p{number}") for number, text in enumerate(texts[:50])]
    records, parents, families = {}, {}, {}
    for number in range(pages):
        original = known[number % len(known)]
        key = f"p{number}"
        records[key] = msgspec.structs.replace(original, id=key)
        families[key] = str(number % len(known) + len(known) * (number // 200))
        if number >= len(known) and number % 3:
            parents[key] = f"p{number % len(known)}"
    return Descent(tuple(records), parents, families, dict.fromkeys(records, "Newsroom")), records


def seconds(pages: int) -> float:
    """Return the user CPU seconds that the claims of a story of so many pages take."""
    chain, records = large_story(pages)
    start = user_seconds()
    claims_of(chain, records)
    return user_seconds() - start


def main() -> None:
    """Print and keep the figures."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--quick", action="store_true")
    o = options.parse_args()
    warnings.filterwarnings("ignore")
    fitted = folds()
    found = {form: scored(form, fitted.__getitem__) for form in FORMS}
    seen = {form: scored(form, lambda _: shipped()) for form in FORMS}
    columns = ("figure", "bar", "pages", "texts", "pages, seen", "texts, seen")
    rows = [
        (name, bar, *(figures[form][name] for figures in (found, seen) for form in FORMS)) for name, bar in BAR.items()
    ]
    print_table("Claims of the newsroom (15 stories, 75 claims), each story left out of the fit", columns, rows)
    figures: dict[str, object] = {"each story left out": found, "with the weights that ship": seen, "bar": BAR}
    if not o.quick:
        times = {str(pages): round(seconds(pages), 2) for pages in (50, 600)}
        print_table("User CPU seconds", ("pages", "seconds"), list(times.items()))
        figures["seconds by pages"] = times
        keep("claims", figures)


if __name__ == "__main__":
    main()
