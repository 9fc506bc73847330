"""Edits of who said it and how sure it is: sources dropped, put in, made nameless or named; doubt dropped or put in."""

import random
import re
from dataclasses import dataclass
from typing import Final

from corpora.copies_words import words_of

Option = tuple[str, int, int, str]
"""Kind, where the words stand in the sentence, and what they become."""


@dataclass(frozen=True)
class Phrases:
    """What one side of the benchmark puts in: clauses of attribution, nameless sources, names, adverbs of doubt."""

    clauses: tuple[str, ...]
    nameless: tuple[str, ...]
    named: tuple[str, ...]
    adverbs: tuple[str, ...]


PHRASES: Final = {
    "tune": Phrases(
        ("police said", "according to the ministry", "a spokesman said", "officials told reporters", "Mayor Hill said",
         "the company announced", "according to people who saw it"),
        ("a source", "insiders", "sources", "an official", "people close to the matter", "one person"),
        ("Karen Holloway", "Police Chief Martin Reyes", "the Interior Ministry"),
        ("reportedly", "apparently", "probably"),
    ),
    "check": Phrases(
        ("authorities said", "according to witnesses", "the army said", "a source close to the talks told reporters",
         "according to Governor Ellen Brandt", "local media reported", "the union said in a statement",
         "neighbours recalled", "the mayor's office confirmed", "a former aide recounted",
         "Judge Alma Petrie ruled", "the lender disclosed", "two diplomats pointed out",
         "the foundation estimated", "Colonel Dana Weiss testified", "an engineer cautioned",
         "the regulator determined", "fans complained", "the envoy let it be known"),
        ("a person familiar with the matter", "some officials", "anonymous sources", "a senior official",
         "one witness", "an aide who asked not to be named", "experts"),
        ("Thomas Okafor", "Deputy Mayor Ruth Lindqvist", "the Health Department"),
        ("allegedly", "possibly", "presumably", "reportedly"),
    ),
}  # fmt: skip
_VERB: Final = (
    "said|told reporters|added|announced|claimed|wrote|explained|noted|warned|testified|recalled|insisted|argued"
)
_NAMELESS = re.compile(
    r"(?:^|(?<=, )|(?<=[”\"] ))(?:[Aa]n? (?:senior |local |government )?(?:source|official|witness)"
    r"|(?:[Ss]ome )?(?:[Ss]ources|[Oo]fficials|[Ww]itnesses))(?= (?:said|told|added|claimed)\b)"
)
_WHEN: Final = "on|in|at|during|to|by|from|after|last|this|late"
_END = re.compile(rf'(?:,|(?<=[,?!]["”])) ([^,."“”]{{3,60}}?) (?:{_VERB})(?: (?:{_WHEN}) [^,."“”]{{0,40}})?(?=\.$)')
_MIDDLE = re.compile(rf", ([^,.\"“”]{{3,40}}?) (?:{_VERB})(?= ?,)")
_ACCORDING = re.compile(r",? according to ([^,.\"“”]{4,70})(?=[.,])")
_FRONT = re.compile(r"^According to ([^,.\"“”]{4,70}), ")
_THAT = re.compile(
    r"^((?:[A-Z][\w'’.-]+ ){1,4}|The [a-z]+ )(?:said|added|announced|claimed|stated)(?: on [A-Z]\w+day)? that "
)
_PRONOUN = re.compile(r"\b(?:he|she|they|it|we|I|who|which|you|though|while|because|but|if|when|what)\b", re.IGNORECASE)
_CUT = re.compile(r"\b(?:[A-Z][a-z]{0,2}|Capt|Prof|Gov|Sgt)\.$")
_CUE = re.compile(
    r"\b(?:according|say|says|said|told|tell|add|claim|announc|report|stat|warn|not|confirm|deny|denie)\w*"
)
_SURE = re.compile(
    r"\b(?:apparently|reportedly|allegedly|possibly|probably|perhaps|presumably|purportedly|supposedly"
    r"|alleged|suspected|apparent) "
)
_MODAL = re.compile(r"\b(may|might|could) (?=(?:not |also |soon )?[a-z]+\b)")
_LATER = re.compile(r"\b(is|are) (?:widely |also )?(?:expected|likely|anticipated|thought likely) to ")
_BELIEVED = re.compile(
    r"\b(is|are|was|were) (?:widely )?(?:believed|thought|understood|alleged|reported|feared|said) to (be|have) "
)
_SEEMS = re.compile(r"\b(appear|seem)(s|ed|) to (be|have) ")
_WILL = re.compile(r"\bwill (?=(?:be |also |soon )?[a-z]+\b)(?!not\b)")
_DONE = re.compile(r"\b(?:was|were|has|have|had|been) (?=[a-z]{2,12}(?:ed|en)\b)")
_VERBS = {"be": {"": "are", "s": "is", "ed": "was"}, "have": {"": "have", "s": "has", "ed": "had"}}
DOUBTS: Final = words_of(
    "apparently reportedly allegedly possibly probably perhaps presumably purportedly supposedly suspected appear "
    "likely appears appeared seem seems seemed expected anticipated believed thought understood feared may "
    "might could will"
)


def sourced(rng: random.Random, sentence: str, phrases: Phrases) -> list[Option]:
    """Return the changes of attribution that a sentence offers."""
    found: list[Option] = []
    for pattern in (_END, _MIDDLE, _ACCORDING, _FRONT, _THAT):
        match = pattern.search(sentence)
        if not match or _PRONOUN.search(match[1]) or (pattern is _MIDDLE and '"' in sentence):
            continue
        found.append(("attribution", match.start(), match.end(), ""))
        source = match[1].rstrip()
        if re.search("[A-Z]", source.removeprefix("The ")):
            new = rng.choice(phrases.nameless)
            found.append(("attribution", match.start(1), match.start(1) + len(source), new))
    found += [("attribution", *match.span(), rng.choice(phrases.named)) for match in _NAMELESS.finditer(sentence)]
    plain = sentence.endswith(".") and not any(mark in sentence for mark in '"“”‘') and not _CUE.search(sentence)
    if plain and len(sentence) > 50 and not _CUT.search(sentence):
        clause, at = rng.choice(phrases.clauses), len(sentence) - 1
        found.append(("attribution", at, at, f", {clause}"))
    return found


def doubted(rng: random.Random, sentence: str, phrases: Phrases) -> list[Option]:
    """Return the changes of certainty that a sentence offers."""
    changed: list[tuple[re.Match[str], str]] = []
    changed += [(match, "will") for match in _MODAL.finditer(sentence) if match.start()]
    changed += [(match, "will") for match in _LATER.finditer(sentence)]
    for match in _BELIEVED.finditer(sentence):
        having = {"is": "has", "are": "have", "was": "had", "were": "had"}[match[1]]
        changed.append((match, match[1] if match[2] == "be" else having))
    changed += [(match, _VERBS[match[3]][match[2]]) for match in _SEEMS.finditer(sentence)]
    less = ("may", "might", "could", "is expected to", "is likely to")
    changed += [(match, rng.choice(less)) for match in _WILL.finditer(sentence)]
    found: list[Option] = [("certainty", m.start(), m.start() + len(m[0].rstrip()), new) for m, new in changed]
    found += [("certainty", *match.span(), "") for match in _SURE.finditer(sentence)]
    found += [("certainty", m.end(), m.end(), f"{rng.choice(phrases.adverbs)} ") for m in _DONE.finditer(sentence)]
    return [option for option in found if sentence[option[1] :][:3] != "not"]
