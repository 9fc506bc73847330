"""Links made finer before changes are read off them: a sentence may say what two or three of the other text say.

The alignment links one sentence to at most two. A rewriting often puts the clauses of more into one, so a sentence that
was left over and stands beside a linked one is taken into its link, where it holds words of the other side that the
link does not account for yet.
"""

from collections.abc import Iterable, Sequence
from typing import Final

from copydesk.copies.texts.align import SentenceMatch
from copydesk.copies.texts.view import Sentence, View
from copydesk.english.page_words import PUT_OUT, STAMP
from copydesk.records import Span

SHARE: Final = 0.5
"""Share of a left-over sentence's content words that must stand, unaccounted for, on the other side of the link."""
SOME: Final = 3  # content words that are enough with two names or numbers among them
MANY: Final = 4
"""Content words that are enough of a longer sentence: with two names or numbers among them, and with one."""
DIGITS: Final = 3
"""Digits of a number that is enough by itself."""
ECHO: Final = 0.3
"""Share of a sentence's content words that some sentence of the other text holds, where it may say the same."""
LONGEST: Final = 3
"""Sentences of one side of a link."""
LINE: Final = 160
"""Characters of a line that may be one of a masthead."""
_ENDS: Final = (".", "!", "?", ".”", '."', "!”", "?”", ".’", ":", ";")


def refined(a: View, b: View, links: Sequence[SentenceMatch]) -> tuple[SentenceMatch, ...]:
    """Return links with left-over neighbours taken in, and without a headline that was joined to the lead."""
    bare = [_without_headline(a, b, link) for link in links]
    taken = _widened(a, b, bare)
    turned = [_turned(link) for link in taken]
    return tuple(_turned(link) for link in _widened(b, a, turned))


def headline(view: View, number: int) -> bool:
    """Whether a sentence is a headline: the first of its text, in a line of its own, without an end."""
    text = view.record.text
    if number or not view.sentences:
        return False
    start, end = view.sentences[0].span
    return text[end : end + LINE].lstrip(" \t").startswith("\n") and not text[start:end].rstrip().endswith(_ENDS)


def masthead(view: View, number: int) -> bool:
    """Whether a sentence is a line of the masthead or of buttons: no end, and a time of day, a date or a time ago."""
    words = view.record.text[slice(*view.sentences[number].span)].rstrip()
    if len(words) > LINE or not STAMP.search(words):
        return False
    return not words.endswith(_ENDS) or (words.endswith((" a.m.", " p.m.")) and PUT_OUT.search(words) is not None)


def _without_headline(a: View, b: View, link: SentenceMatch) -> SentenceMatch:
    of_a = link.a[1:] if len(link.a) > 1 and headline(a, link.a[0]) else link.a
    of_b = link.b[1:] if len(link.b) > 1 and headline(b, link.b[0]) else link.b
    return SentenceMatch(of_a, of_b, link.similarity, link.ordered)


def _turned(link: SentenceMatch) -> SentenceMatch:
    return SentenceMatch(link.b, link.a, link.similarity, link.ordered)


def _widened(one: View, other: View, links: Sequence[SentenceMatch]) -> list[SentenceMatch]:
    """Return the links with left-over sentences of the one side taken in."""
    found = list(links)
    used = {i for link in links for i in link.a}
    for number, sentence in enumerate(one.sentences):
        if number in used or headline(one, number):
            continue
        near = [k for k, link in enumerate(found) if number in (link.a[0] - 1, link.a[-1] + 1) and link.ordered]
        for k in near:
            link = found[k]
            if len(link.a) < LONGEST and _belongs(sentence, _all(one, link.a), _all(other, link.b)):
                found[k] = SentenceMatch(tuple(sorted((*link.a, number))), link.b, link.similarity, link.ordered)
                used.add(number)
                break
    return found


def _all(view: View, numbers: Iterable[int]) -> list[Sentence]:
    return [view.sentences[i] for i in numbers]


def _belongs(sentence: Sentence, mine: Iterable[Sentence], theirs: Iterable[Sentence]) -> bool:
    """Whether a left-over sentence says what the other side of a link says and its own side does not."""
    known = {token.stem for row in mine for token in row.tokens}
    wanted = {token.stem for row in theirs for token in row.tokens} - known
    content = {token.stem: token for token in sentence.tokens if token.content}
    shared = [token for stem, token in content.items() if stem in wanted]
    facts = sum(token.capital or token.number for token in shared)
    if any(token.number and len(token.stem) >= DIGITS for token in shared):
        return True
    enough = MANY if facts == 1 else SOME
    return bool(facts) and (len(shared) >= SHARE * len(content) or len(shared) >= enough)


def echoed(a: View, b: View) -> list[Span]:
    """Return the sentences of A that some sentence of B may say, too: it holds a fair share of their words."""
    rows = [{token.stem for token in sentence.tokens} for sentence in b.sentences]
    found = []
    for sentence in a.sentences:
        content = {token.stem: token for token in sentence.tokens if token.content}
        facts = {stem for stem, token in content.items() if token.capital or token.number}
        least = max(2, ECHO * len(content))
        if any(row & facts and len(row & content.keys()) >= least for row in rows):
            found.append(sentence.span)
    return found


def elsewhere(one: View, span: Span, other: View) -> bool:
    """Whether the words of a span of one text stand in the other before the same content word."""
    for sentence in one.sentences:
        if sentence.span[0] <= span[0] < sentence.span[1]:
            places = [i for i, token in enumerate(sentence.tokens) if span[0] <= token.start < span[1]]
            words = [sentence.tokens[i].stem for i in places]
            after = _after(sentence, places[-1]) if places else None
            return after is not None and any(
                [token.stem for token in row.tokens[i : i + len(words)]] == words
                and _after(row, i + len(words) - 1) == after
                for row in other.sentences
                for i in range(len(row.tokens) - len(words) + 1)
            )
    return False


def _after(sentence: Sentence, place: int) -> str | None:
    """Return the first content word in the three places after one, or None."""
    return next((token.stem for token in sentence.tokens[place + 1 : place + 4] if token.content), None)
