"""Make the table of exchanged words: pairs of words that stand where a set phrase should ("tear fuel" for "tear gas").

    WORDNET   WordNet's database files (data.noun and so on; WordNet 3.0, its own licence)
    COUNTS    bigrams.txt and unigrams.txt of wordsegment, frequency_bigramdictionary_en_243_342.txt of symspellpy (MIT)
    python -m training.set_phrases --wordnet WORDNET --counts COUNTS --data ../shared/data

Rewriting software puts synonyms for words without a look at their neighbours; what comes out are "tortured phrases"
(Cabanac, Labbé and Magazinov 2021). A set phrase is a noun of two words in WordNet that the web writes often, and much
oftener than its words would meet by chance. A pair with one of its words exchanged for a word that WordNet holds near
(the same synset, the one above it, a similar adjective) goes into the table, unless somebody writes that pair: it is
in either list of bigrams, in WordNet, or in any text of the corpora named below.
"""

import argparse
import json
import math
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from copydesk.english.set_phrases import PATH, hash_of, words_in
from training.demonyms import Synset, synsets

CORPORA = ("attributions/train.jsonl", "names/train.jsonl", "pages/dev/pages.jsonl", "copies/wikipedia_versions.jsonl")
"""Texts whose pairs of words are known to be English."""
OFTEN = 1e5
"""Times that a set phrase stands in the web's trillion words (the list of bigrams starts at about as many)."""
TIED = 3.0
"""Logarithm of how much oftener than by chance the words of a set phrase meet; looked at on the train side."""
COMMON = 1e6
"""Times that the word put in stands in the web's trillion words: software exchanges for common words."""
SHORTEST = 3
"""Letters of a word."""
OTHER_SCALE = 64
"""The second list of bigrams has counts about so many times those of the first."""
LEFT_OUT = frozenset(
    "off down up out away back around through along by on in over across forth apart aside together behind "
    "about".split()
)
"""Particles: with them a pair is a verb and its particle rather than a noun of two words."""


def counts_in(folder: Path) -> tuple[dict[str, float], dict[tuple[str, str], float]]:
    """Return how often words and pairs of words stand in the web (lists by Norvig and by symspellpy)."""
    single: dict[str, float] = defaultdict(float)
    pairs: dict[tuple[str, str], float] = defaultdict(float)
    for line in (folder / "unigrams.txt").read_text(encoding="utf-8").splitlines():
        word, count = line.split("\t")
        single[word.lower()] += float(count)
    for line in (folder / "bigrams.txt").read_text(encoding="utf-8").splitlines():
        phrase, count = line.split("\t")
        one, _, two = phrase.lower().partition(" ")
        pairs[one, two] += float(count)
    for line in (folder / "frequency_bigramdictionary_en_243_342.txt").read_text(encoding="utf-8-sig").splitlines():
        one, two, count = line.split()
        pairs.setdefault((one, two), float(count) / OTHER_SCALE)
    return single, pairs


def near_words(tables: dict[str, dict[str, Synset]]) -> dict[str, set[str]]:
    """Return for each single word those that WordNet holds near: same synset, the one above, similar adjectives."""
    near: dict[str, set[str]] = defaultdict(set)
    for table in tables.values():
        for synset in table.values():
            words = {word.lower() for word in synset.words if word.isalpha()}
            above = {
                word.lower()
                for relation, offset, _, _ in synset.pointers
                if relation in "@&" and offset in table
                for word in table[offset].words
                if word.isalpha()
            }
            for word in words:
                for other in (words | above) - {word}:
                    near[word].add(other)
                    near[other].add(word)
    return near


def texts(data: Path) -> Iterator[str]:
    """Yield the texts of the corpora."""
    for name in CORPORA:
        for line in (data / name).read_bytes().splitlines():
            item = json.loads(line)
            if "sentences" in item:
                yield "\n".join(" ".join(_tokens(sentence)) for sentence in item["sentences"])
            elif "versions" in item:
                yield from (version if isinstance(version, str) else version["text"] for version in item["versions"])
            else:
                yield item["text"] or ""


def _tokens(sentence: Any) -> list[str]:
    return list(sentence["tokens"] if isinstance(sentence, dict) else sentence)


def _plural(word: str) -> str:
    if re.search(r"[^aeiou]y$", word):
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "ch", "sh")) else "s")


def _put_in(word: str, near: dict[str, set[str]]) -> set[str]:
    """Return the words that software may put in the place of one, in the same number."""
    found = set(near.get(word, ()))
    if word.endswith("s"):
        found |= {_plural(other) for other in near.get(word[:-1], ())}
    return {other for other in found if other.rstrip("s") != word.rstrip("s") and len(other) >= SHORTEST}


def exchanged(wordnet: Path, counts: Path, data: Path) -> dict[tuple[str, str], str]:
    """Return the table: each pair of words that nobody writes, with the set phrase that it stands for."""
    tables = {part: synsets(wordnet / f"data.{part}") for part in ("noun", "verb", "adj")}
    single, pairs = counts_in(counts)
    total = sum(single.values())
    compounds = {
        (one.lower(), two.lower())
        for table in tables.values()
        for synset in table.values()
        for one, _, two in [word.partition(" ") for word in synset.words]
        if one.isalpha() and two.isalpha()
    }
    nouns = {
        tuple(word.lower().split())
        for synset in tables["noun"].values()
        for word in synset.words
        if word.count(" ") == 1
    }
    near = near_words(tables)
    known = compounds | pairs.keys() | {pair for text in texts(data) for pair, _ in words_in(text)}
    best: dict[tuple[str, str], tuple[float, str]] = {}
    for one, two in compounds & nouns:
        if two in LEFT_OUT:
            continue
        for first, second in ((one, two), (one, _plural(two))):
            often = pairs.get((first, second), 0.0)
            chance = single.get(first, 1.0) * single.get(second, 1.0) / total
            if often < OFTEN or math.log(often / chance) < TIED:
                continue
            variants = [(first, word) for word in _put_in(second, near)]
            variants += [(word, second) for word in _put_in(first, near)]
            for pair in variants:
                word = pair[1] if pair[0] == first else pair[0]
                if single.get(word, 0.0) >= COMMON and pair not in known:
                    best[pair] = max(best.get(pair, (0.0, "")), (often, f"{first} {second}"))
    return {pair: phrase for pair, (_, phrase) in best.items()}


def main() -> None:
    """Write the table."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--wordnet", type=Path, required=True)
    options.add_argument("--counts", type=Path, required=True)
    options.add_argument("--data", type=Path, required=True)
    options.add_argument("--out", type=Path, default=PATH)
    o = options.parse_args()
    table = exchanged(o.wordnet, o.counts, o.data)
    phrases = sorted(set(table.values()))
    place = {phrase: at for at, phrase in enumerate(phrases)}
    rows = sorted((hash_of(*pair), place[phrase]) for pair, phrase in table.items())
    np.savez(
        o.out,
        pairs=np.array([row[0] for row in rows], np.uint32),
        phrase=np.array([row[1] for row in rows], np.uint16),
        phrases=np.frombuffer("\n".join(phrases).encode(), np.uint8),
    )
    print(f"{len(rows)} pairs for {len(phrases)} set phrases, {o.out.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
