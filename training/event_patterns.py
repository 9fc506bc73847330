"""Sentences made of the verb patterns of the CAMEO dictionary (OEDA, MIT licence): weak labels of PLOVER types.

A pattern like `* {MORTAR ATTACK} (ON +)` of a block of verbs becomes "Rebels launched mortar attack on Turkey", with
the type that the table of CAMEO codes gives it. Many are crude; they teach which words go with which type.
"""

import gzip
import json
import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from copydesk.language.event_heads import TYPES

ACTORS: Final = (
    "Russia", "the president", "Israel", "police", "rebels", "the United States", "the opposition", "China", "the army",
    "France", "the minister", "protesters", "Iran", "the government", "militants", "Turkey", "the union", "India",
    "North Korea", "the European Union", "students", "the parliament",
)  # fmt: skip
_PAST: Final = dict(
    pair.split(":")
    for pair in (
        "break:broke bring:brought build:built buy:bought catch:caught come:came cut:cut draw:drew"
        " drive:drove fall:fell fight:fought find:found flee:fled get:got give:gave go:went hit:hit hold:held"
        " keep:kept lay:laid lead:led leave:left let:let lose:lost make:made meet:met pay:paid put:put"
        " rise:rose run:ran say:said see:saw seek:sought sell:sold send:sent set:set shoot:shot speak:spoke"
        " stand:stood strike:struck swear:swore take:took teach:taught tell:told throw:threw win:won"
        " withdraw:withdrew withhold:withheld begin:began forgive:forgave forbid:forbade overthrow:overthrew"
        " undertake:undertook steal:stole spend:spent split:split shut:shut beat:beat"
    ).split()
)


def sentences(data: Path, seed: int = 5) -> Iterator[tuple[str, int, str]]:
    """Yield sentences, the offset of their verb, and its PLOVER type ("" for none)."""
    rng = random.Random(seed)
    with gzip.open(data / "cameo_verbs.jsonl.gz", "rt", encoding="utf-8") as file:
        entries = [json.loads(line) for line in file]
    table = json.loads((data / "cameo_to_plover.json").read_text(encoding="utf-8"))
    synsets = {entry["name"].strip("&_"): entry["words"] for entry in entries if entry["kind"] == "synset"}
    blocks: dict[str, list[dict[str, Any]]] = {}
    for entry in entries:
        if entry["kind"] == "verb":
            blocks.setdefault(entry["block"], []).append(entry)
    for entry in entries:
        kind = _type(entry.get("code") or "", table)
        if entry["kind"] == "synset" or kind is None or (entry["kind"] == "verb" and not kind):
            continue
        if entry["kind"] == "verb":
            yield _sentence(entry, "*", kind, synsets, rng)
        elif entry["block"] in blocks:
            yield _sentence(rng.choice(blocks[entry["block"]]), entry["pattern"], kind, synsets, rng)


def _type(code: str, table: dict[str, dict[str, Any]]) -> str | None:
    code = code.split(":")[0]
    if code.startswith(("01", "---")):
        return ""
    if code.startswith("02"):
        return "REQUEST"
    found = (table.get(code) or table.get(code[:3]) or table.get(code[:2]) or {}).get("type")
    return found if found in TYPES else None


def _sentence(
    verb: dict[str, Any], pattern: str, kind: str, synsets: dict[str, list[str]], rng: random.Random
) -> tuple[str, int, str]:
    actor, other = rng.sample(ACTORS, 2)
    before, _, after = pattern.partition("*")
    opening = " ".join([actor[0].upper() + actor[1:], *_words(before, other, synsets, rng)])
    closing = _words(after, other, synsets, rng)
    if "+" not in pattern and rng.random() < 0.5:
        closing.append(other)
    return " ".join([opening, _past(verb), *closing]) + ".", len(opening) + 1, kind


def _words(part: str, other: str, synsets: dict[str, list[str]], rng: random.Random) -> list[str]:
    found = []
    for word in re.sub(r"[(){}]", " ", part).split():
        if word.startswith("&"):
            if members := synsets.get(word.strip("&_")):
                found.append(rng.choice(members).replace("_", " ").lower())
        elif word == "+":
            found.append(other)
        elif word not in ("$", "%"):
            found.append(word.replace("_", " ").lower())
    return found


def _past(verb: dict[str, Any]) -> str:
    word, _, rest = verb["verb"].lower().partition("_")
    given = next((form.split("_")[0].lower() for form in verb["forms"] if form.endswith("ED")), None)
    if given is None:
        given = _PAST.get(word) or (
            word + "d" if word.endswith("e") else word[:-1] + "ied" if word.endswith("y") else word + "ed"
        )
    return f"{given} {rest.replace('_', ' ')}".strip()
