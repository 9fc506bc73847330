"""Spans to attributions: each draft's speaker, its cue's sense, who was told, through whom, which act, inside what."""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from copydesk.english import nouns, speech
from copydesk.english.quotations import has_marks, has_single_marks, is_quoted, is_singly_quoted
from copydesk.reading.attributions.acts import act_of, content_form
from copydesk.reading.attributions.addressees import find_addressee
from copydesk.reading.attributions.anonymity import anonymity_reason, is_pseudonym
from copydesk.reading.attributions.cues import CueReading, read_cue
from copydesk.reading.attributions.described_speakers import described_body, described_speaker
from copydesk.reading.attributions.drafts import Draft, trim
from copydesk.reading.attributions.page_lookup import PageContext
from copydesk.reading.attributions.pronouns import resolve
from copydesk.reading.attributions.relays import find_cited, find_relays
from copydesk.reading.attributions.source_resolution import NOBODY, SourceIdentity, classify_source
from copydesk.reading.attributions.verb_grammar import Grammar
from copydesk.records import Addressee, Anonymity, Attribution, Content, Cue, Entity, Relay, Source, Span, Speech

_PRONOUNS: Final = nouns.PERSON_PRONOUNS | nouns.GROUP_PRONOUNS | nouns.THING_PRONOUNS
_NOBODY: Final = re.compile(
    r"(?:not (?:everyone|everybody|all|many|a single)|no ?one|nobody|none|neither)\b", re.IGNORECASE
)
_MEDIA: Final = frozenset(("media", "own"))
_NAMED: Final = frozenset(("PERSON", "ORG", "NORP", "PLACE"))
NEAR: Final = 24
"""How many attributions before and after one are looked at for the one that it stands inside."""


class _Line(NamedTuple):
    """A draft with what is read off it so far."""

    draft: Draft
    cue: CueReading
    words: list[str]
    relays: tuple[Span, ...] = ()


def assemble(page: PageContext, drafts: Sequence[Draft]) -> tuple[Attribution, ...]:
    """Return the attributions that drafts make, in their order.

    Args:
        page: the text, its tree and its entities.
        drafts: the spans of source, cue and content of each.
    """
    lines = _with_relays(page, [_line(page, draft) for draft in drafts])
    behind = _identities(page, lines)
    inside = _nesting([line.draft for line in lines])
    names = frozenset(numbers_of(page.grammar, [m for m, e in page.mentions if e.type in _NAMED]))
    found = []
    for number, (line, who) in enumerate(zip(lines, behind, strict=True)):
        outer = inside[number]
        via = _relays(page, line, outer, lines, behind)
        told = _addressee(page, line, names)
        found.append(
            _attribution(page, f"a{number + 1}", line, who, told, via, f"a{outer + 1}" if outer is not None else None)
        )
    return tuple(found)


def speech_of(text: str, content: tuple[Span, ...]) -> Speech:
    """Return whether a content is quoted whole (direct), in part (mixed) or not at all (indirect)."""
    if content and all(is_quoted(text, span) or is_singly_quoted(text, span) for span in content):
        return "direct"
    return "mixed" if any(has_marks(text, span) or has_single_marks(text, span) for span in content) else "indirect"


def numbers_of(grammar: Grammar | None, spans: Sequence[Span]) -> list[int]:
    """Return the numbers of the words under spans; none without a tree."""
    if grammar is None:
        return []
    return [word for start, end in spans for word in range(*grammar.document.words_in(start, end))]


def _line(page: PageContext, draft: Draft) -> _Line:
    words = " ".join(page.text[start:end] for start, end in draft.cue).split()
    cue = read_cue(words, page.grammar, numbers_of(page.grammar, draft.cue))
    nobody = bool(draft.source) and _NOBODY.match(page.text, *draft.source[0]) is not None
    return _Line(draft, cue._replace(negated=cue.negated or nobody), words)


def _with_relays(page: PageContext, lines: list[_Line]) -> list[_Line]:
    """Return lines in which a medium that cites another hands the word to it: "Xinhua reported, citing the agency"."""
    grammar = page.grammar
    if grammar is None:
        return lines
    taken: set[int] = set()
    out = []
    for line in lines:
        draft, head = line.draft, line.cue.head
        if head is not None and head in taken and line.cue.lemma in ("cite", "quote"):
            continue
        numbers = numbers_of(grammar, draft.cue)
        source = numbers_of(grammar, draft.source)
        if line.cue.lemma in ("cite", "quote"):
            out.append(_quoted_by(page, grammar, line))
            continue
        if not numbers or not source:
            out.append(line)
            continue
        stop = int(grammar.document.sentences[grammar.document.sentence_of(numbers[-1])][1])
        cited = find_cited(grammar, numbers[-1], (source[0], source[-1] + 1), stop)
        own = (draft.source[0][0], draft.source[-1][1])
        if cited is None or classify_source(page, own).kind not in _MEDIA:
            out.append(line)
            continue
        taken.add(cited.verb)
        span = trim(page.text, *grammar.document.span(cited.first, cited.last), extra=",")
        cue = (*draft.cue, grammar.document.span(cited.verb, cited.verb + 1))
        content = _less(page.text, draft.content, [(cue[-1][0], span[1])])
        if not content:
            out.append(line)
            continue
        out.append(line._replace(draft=Draft((span,), tuple(sorted(cue)), content), relays=draft.source))
    return out


def _quoted_by(page: PageContext, grammar: Grammar, line: _Line) -> _Line:
    """Return a line whose source is who was quoted, not who quotes.

    "Luo Wen was quoted by Xinhua as saying" and "Xinhua quoted Luo Wen as saying" have one source and one relay.
    """
    head = line.cue.head
    if head is None:
        return line
    passive = grammar.passive(head)
    for word in grammar.dependents(head, "nsubj:pass" if passive else "obj"):
        saying = [
            c for c in grammar.dependents(head, "advcl", "acl", "xcomp") if grammar.lower[c] == "saying" and c > word
        ]
        saying += [c for c in grammar.dependents(word, "acl", "advcl") if grammar.lower[c] == "saying"]
        if not passive and not (saying and line.draft.source):
            continue
        span = trim(page.text, *grammar.document.span(*grammar.phrase(word)), extra=',“”"')
        said = [grammar.document.span(saying[0], saying[0] + 1)] if saying else []
        as_ = [grammar.document.span(c, c + 1) for s in saying[:1] for c in grammar.dependents(s, "mark") if c < s]
        content = _less(page.text, line.draft.content, [span, *as_, *said])
        if span[0] < span[1] and content:
            cue = tuple(sorted({*line.draft.cue, *said} if not passive else {*line.draft.cue}))
            relays = () if passive else line.draft.source
            return line._replace(draft=Draft((span,), cue, content), relays=relays)
    return line


def _less(text: str, spans: tuple[Span, ...], taken: Sequence[Span]) -> tuple[Span, ...]:
    """Return spans without the parts that others cover."""
    for low, high in taken:
        pieces = []
        for start, end in spans:
            for piece in (
                ((start, min(end, low)), (max(start, high), end)) if start < high and low < end else ((start, end),)
            ):
                tight = trim(text, *piece, extra=",;")
                if tight[0] < tight[1]:
                    pieces.append(tight)
        spans = tuple(pieces)
    return spans


def _identities(page: PageContext, lines: Sequence[_Line]) -> list[SourceIdentity]:
    """Return who is behind each line's source, read in order of the text so that pronouns look back."""
    known: dict[tuple[Span, ...], SourceIdentity] = {}
    before: list[tuple[Span, SourceIdentity]] = []
    plain = {line.draft.source for line in lines if line.cue.lemma in speech.SPEAKING}
    said: dict[tuple[Span, ...], list[Span]] = {}
    for line in lines:
        said.setdefault(line.draft.source, []).extend(line.draft.content)
    for spans in sorted({line.draft.source for line in lines if line.draft.source}):
        known[spans] = identify(page, spans, before, spans in plain, said[spans])
        before.append(((spans[0][0], spans[-1][1]), known[spans]))
    return [known.get(line.draft.source, NOBODY) for line in lines]


def identify(
    page: PageContext,
    spans: tuple[Span, ...],
    before: Sequence[tuple[Span, SourceIdentity]],
    speaks: bool = True,
    said: Sequence[Span] = (),
) -> SourceIdentity:
    """Return who is behind the words of a source, pronouns and relatives followed.

    Args:
        page: the text, its tree and its entities.
        spans: the source's pieces; none means there is no source.
        before: the sources before it, with what is behind them, in order.
        speaks: whether the cue is a plain saying.
        said: what the source is said to have said.
    """
    if not spans:
        return NOBODY
    start, end = spans[0][0], spans[-1][1]
    word = page.text[start:end].strip(" ,.“”\"’'").lower()
    word = word.removesuffix("'s").removesuffix("’s")
    if word in nouns.RELATIVES and (antecedent := _antecedent(page, start)):
        return classify_source(page, antecedent, speaks)
    if word in _PRONOUNS:
        return resolve(page, word, start, before, said)
    who = classify_source(page, (start, end), speaks)
    if who.kind == "anonymous-person" and (person := described_speaker(page, (start, end), before)) is not None:
        return SourceIdentity("named-person", person)
    if who.entity is None and who.kind in ("named-organization", "media"):
        body = described_body(page, (start, end))
        if body is not None:
            known = body.id in page.outlets or nouns.is_known_medium(body.name) or nouns.is_medium(body.name)
            return SourceIdentity("media" if known else who.kind, body)
    if who.kind == "named-person" and is_pseudonym(page.text, (start, end)):
        return who._replace(kind="anonymous-person")
    return who


def _antecedent(page: PageContext, start: int) -> Span | None:
    """Return the words that a relative pronoun stands for."""
    grammar = page.grammar
    if grammar is None:
        return None
    word = grammar.document.words_in(start, start + 1)[0]
    at = grammar.heads[word] if word < len(grammar.words) else word
    for _ in range(4):
        if grammar.labels[at] in ("acl:relcl", "acl") and grammar.heads[at] < word:
            first, last = grammar.phrase(_named_by(grammar, grammar.heads[at]))
            return grammar.document.span(first, min(last, word))
        at = grammar.heads[at]
    before = grammar.words[word - 1] if word else ""
    at = word - 2 if before == "," else word - 1
    if at >= 0 and grammar.tags[at] in ("NOUN", "PROPN"):
        return grammar.document.span(grammar.phrase(at)[0], at + 1)
    return None


def _named_by(grammar: Grammar, noun: int) -> int:
    """Return the name that a noun stands beside or is said of: "Hale, now the leader, who", "Hale is a liar who"; not
    that of one of many ("Hale was among the leaders who")."""
    at = noun
    for _ in range(4):
        said_of = grammar.dependents(at, "nsubj")
        if not said_of and grammar.labels[at] == "conj":
            said_of = grammar.dependents(grammar.heads[at], "nsubj")
        subjects = [word for word in said_of if grammar.tags[word] == "PROPN" and word < at]
        if subjects and grammar.dependents(at, "cop") and not grammar.dependents(at, "case"):
            return subjects[-1]
        if grammar.labels[at] not in ("appos", "conj"):
            break
        at = grammar.heads[at]
        if grammar.tags[at] == "PROPN":
            return at if grammar.labels[noun] == "appos" else noun
    return noun


def _nesting(drafts: Sequence[Draft]) -> list[int | None]:
    """Return for each draft the number of the nearest one in whose content its cue and content stand."""
    out: list[int | None] = []
    for number, draft in enumerate(drafts):
        own = (draft.cue or draft.content)[:1] + draft.content[:1]
        around = [
            (sum(e - s for s, e in other.content), at)
            for at, other in enumerate(drafts[max(0, number - NEAR) : number + NEAR + 1], start=max(0, number - NEAR))
            if at != number
            and all(any(s <= a and b <= e for s, e in other.content) for a, b in own)
            and other.content != draft.content
        ]
        out.append(min(around)[1] if around else None)
    return out


def _relays(
    page: PageContext, line: _Line, outer: int | None, lines: Sequence[_Line], behind: Sequence[SourceIdentity]
) -> tuple[Relay, ...]:
    """Return through whom a line came: whom its words name, then the medium in whose report it stands."""
    found = [line.relays] if line.relays else []
    if page.grammar is not None:
        source = numbers_of(page.grammar, line.draft.source)
        ends = (source[0], source[-1] + 1) if source else None
        for first, last in find_relays(page.grammar, line.cue.head, ends):
            found.append((trim(page.text, *page.grammar.document.span(first, last), extra=","),))
    relays = []
    for spans in found:
        who = classify_source(page, (spans[0][0], spans[-1][1]))
        if who.kind in ("media", "own", "named-organization"):
            relays.append(Relay(spans=spans, entity=who.entity.id if who.entity else None, kind=who.kind))
    handed_on = outer is not None and lines[outer].draft.source not in ((), line.draft.source)
    if outer is not None and handed_on and behind[outer].kind in _MEDIA:
        entity = behind[outer].entity
        relays.append(
            Relay(spans=lines[outer].draft.source, entity=entity.id if entity else None, kind=behind[outer].kind)
        )
    return tuple(relays)


def _addressee(page: PageContext, line: _Line, names: frozenset[int]) -> Addressee | None:
    grammar = page.grammar
    if grammar is None or line.cue.head is None or line.cue.lemma is None:
        return None
    found = find_addressee(
        grammar, line.cue.head, line.cue.lemma,
        frozenset(numbers_of(grammar, line.draft.source)), frozenset(numbers_of(grammar, line.draft.content)), names,
    )  # fmt: skip
    if found is None:
        return None
    span = trim(page.text, *grammar.document.span(*found), extra=",")
    word = page.text[slice(*span)].lower()
    entity = None if word in _PRONOUNS else classify_source(page, span).entity or _named_last(page, span)
    return Addressee(spans=(span,), entity=entity.id if entity else None)


def _named_last(page: PageContext, span: Span) -> Entity | None:
    """Return the entity whose name ends a phrase: Joe Scarborough in "co-host Joe Scarborough"."""
    return next((entity for mention, entity in page.within(*span) if mention[1] == span[1]), None)


def _attribution(
    page: PageContext,
    name: str,
    line: _Line,
    who: SourceIdentity,
    told: Addressee | None,
    via: tuple[Relay, ...],
    inside: str | None,
) -> Attribution:
    draft, cue = line.draft, line.cue
    quoted = speech_of(page.text, draft.content)
    words = " ".join(page.text[start:end] for start, end in draft.content).split()
    form = content_form(page.grammar, numbers_of(page.grammar, draft.content), words, quoted)
    ends = (draft.source[0][0], draft.source[-1][1]) if draft.source else (0, 0)
    reason = anonymity_reason(page.text, ends) if who.kind.startswith("anonymous") and draft.source else None
    return Attribution(
        id=name,
        act=act_of(cue, [word.lower() for word in line.words], who.kind, bool(draft.source), form),
        inside=inside,
        source=Source(
            kind=who.kind,
            spans=draft.source,
            entity=who.entity.id if who.entity else None,
            identifiable=who.identifiable,
            anonymity=Anonymity(span=reason) if reason else None,
        ),
        told=told,
        via=via,
        cue=Cue(spans=draft.cue, lemma=cue.lemma, stance=cue.stance, negated=cue.negated),
        content=Content(spans=draft.content, speech=quoted),
    )
