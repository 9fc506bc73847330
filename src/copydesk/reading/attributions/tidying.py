"""Spans of drafts made whole or cut to what belongs to them, before they become attributions."""

import re
from collections.abc import Sequence
from typing import Final

from copydesk.english.function_words import MODALS
from copydesk.english.quotations import Quote
from copydesk.english.speech import SAYING
from copydesk.english.verbs import base_form
from copydesk.reading.attributions.drafts import Draft, trim
from copydesk.reading.attributions.verb_grammar import Grammar
from copydesk.records import Span

_JUNK: Final = re.compile(r"[\s#*•▪►|>–—-]+")
_CLAUSES: Final = frozenset(("acl:relcl", "acl", "advcl", "ccomp", "xcomp", "conj", "obl", "nmod"))
_MOST_ADDED: Final = 25  # words by which a content is made whole, at most
_ADDRESSED: Final = 40
"""Characters between a cue and its quotation in which who was told may stand."""
_STOPS: Final = frozenset((".", ";", "!", "?", "“", ":", "—", "–"))
_ENDS: Final = frozenset((".", "!", "?", "…", "..."))
_MARKS: Final = "“”\"’'"
_ASIDES: Final = frozenset(("until", "till", "as", "when", "while", "after", "before"))
"""What begins a clause of the story after quoted words."""
_QUOTED: Final = ("“", '"')


def tidy(text: str, draft: Draft, paragraphs: Sequence[Span], quotes: Sequence[Quote], grammar: Grammar) -> Draft:
    """Return a draft whose source begins with a word, and whose content is its own and is all of its clause.

    A source inside an aside that is over before the cue is nobody's: "- where the Vikings played - while chanting".

    Args:
        text: the text.
        draft: the draft.
        paragraphs: the text's paragraphs, in order.
        quotes: its quotations, in order.
        grammar: the document's tree.
    """
    source = () if _in_aside(draft, grammar) else tuple(_without_junk(text, span) for span in draft.source)
    content = _without_topic(text, _own_paragraph(text, draft, paragraphs, quotes) or draft.content, draft)
    content = _whole_quotations(text, draft, content, quotes)
    content = _noun_clause(text, draft._replace(content=content), grammar)
    content = _whole_clause(text, draft._replace(content=content), grammar)
    content = _both_sides(text, draft._replace(content=content), grammar)
    content = tuple(_within_paragraph(text, span) for span in content)
    content = tuple(_to_clause_end(text, span, draft._replace(content=content), grammar) for span in content)
    content = tuple(_less_after_quotation(text, span, quotes) for span in content)
    content = tuple(_less_joined(text, span, draft._replace(content=content), grammar) for span in content)
    content = tuple(_from_subject(text, span, draft._replace(content=content), grammar) for span in content)
    return draft._replace(source=source, content=content)


def without_content_of(draft: Draft, others: Sequence[Draft]) -> Draft:
    """Return a draft less the pieces of its content that another's cue governs, if it has others."""
    if len(draft.content) < 2 or not draft.cue:
        return draft
    taken = {
        span
        for other in others
        for span in draft.content
        if draft.cue[-1][1] <= other.cue[0][0] < span[0] and any(s < span[1] and span[0] < e for s, e in other.content)
    }
    kept = tuple(span for span in draft.content if span not in taken)
    return draft._replace(content=kept) if kept else draft


def _without_topic(text: str, content: tuple[Span, ...], draft: Draft) -> tuple[Span, ...]:
    """Return a content without what quoted words are said to be of: “We all do it,” she said of spying."""
    if len(content) < 2 or not draft.cue or not text[slice(*draft.cue[-1])].endswith((" of", " about")):
        return content
    quoted = [span for span in content if text[span[0]] in _QUOTED]
    topic = [span for span in content if span not in quoted and 0 < span[0] - draft.cue[-1][1] <= 1]
    return tuple(span for span in content if span not in topic) if quoted else content


def _whole_quotations(text: str, draft: Draft, content: tuple[Span, ...], quotes: Sequence[Quote]) -> tuple[Span, ...]:
    """Return a content with whole quotations: pieces of one made one, one that is begun taken to its closing mark, one
    of which the end is told taken from its opening mark where cue or source follow right on it.

    Only where neither the source nor the cue stands in the quotation.
    """
    out = list(content)
    for quote in quotes:
        if quote.single:
            continue
        if len(quote.pieces) > 1:
            out = _whole_speech(text, draft, out, quote)
            continue
        start, end = quote.pieces[0]
        inside = [span for span in out if start <= span[0] and span[1] <= end]
        roles = (*draft.source, *draft.cue)
        opened = len(inside) == 1 and inside[0][0] == start and inside[0][1] < end and quote.closed
        ended = len(inside) == 1 and inside[0][0] > start and inside[0][1] >= end - 1 and quote.closed
        whole = len(inside) > 1 or opened or (ended and _is_beside(text, (start, end), draft))
        if whole and not any(s < end and start < e for s, e in roles):
            out = sorted([*(span for span in out if span not in inside), (start, end)])
    return tuple(out)


def _whole_speech(text: str, draft: Draft, content: list[Span], quote: Quote) -> list[Span]:
    """Return a content with all of a quotation over several paragraphs, where cue or source follow right on its end.

    Where its first paragraph begins before it, another cue may stand there: of such a one only the last paragraph.
    """
    start = quote.pieces[0][0]
    alone = not text[text.rfind("\n", 0, start) + 1 : start].strip()
    pieces = quote.pieces if alone else quote.pieces[-1:]
    ended = quote.closed and any(pieces[-1][0] <= s and e >= pieces[-1][1] - 1 for s, e in content)
    one_hand = len({text[start] for start, _ in pieces}) == 1  # an article quoted in another has marks of two kinds
    taken = any(s < end and start < e for s, e in (*draft.source, *draft.cue) for start, end in pieces)
    if not (ended and one_hand and _is_beside(text, pieces[-1], draft)) or taken:
        return content
    rest = [span for span in content if not any(a < span[1] and span[0] < b for a, b in pieces)]
    return sorted([*rest, *pieces])


def _is_beside(text: str, quote: Span, draft: Draft) -> bool:
    """Return whether a draft's cue or source stands right after a quotation, or its cue shortly before the mark."""
    start, end = quote
    after = any(s >= end and not text[end:s].strip() for s, _ in (*draft.source, *draft.cue))
    lead = text[draft.cue[-1][1] : start] if draft.cue and draft.cue[-1][1] <= start else None
    return after or (lead is not None and len(lead) <= _ADDRESSED and not any(mark in lead for mark in ".;!?\n"))


def _noun_clause(text: str, draft: Draft, grammar: Grammar) -> tuple[Span, ...]:
    """Return a content after a noun ("the judge's view that …") that ends with the noun's clause.

    What goes on is told of the view, not in it: "… is not shared by all".
    """
    if len(draft.content) != 1 or len(draft.cue) != 1 or draft.content[0][0] < draft.cue[0][1]:
        return draft.content
    document = grammar.document
    words = range(*document.words_in(*draft.cue[0]))
    first, last = document.words_in(*draft.content[0])
    if not words or grammar.tags[words[-1]] != "NOUN" or grammar.lower[first : first + 1] != ["that"]:
        return draft.content
    clause = next((c for c in grammar.dependents(words[-1], "acl", "ccomp") if grammar.under(first, c)), None)
    end = grammar.subtree(clause)[1] if clause is not None else last
    return (trim(text, draft.content[0][0], document.span(first, end)[1], extra=",;"),) if end < last else draft.content


def _whole_clause(text: str, draft: Draft, grammar: Grammar) -> tuple[Span, ...]:
    """Return a content that is only the start of the clause that its verb of saying governs, as all of that clause."""
    if not draft.content or len(draft.cue) != 1 or draft.content[0][0] < draft.cue[0][1]:
        return draft.content
    document = grammar.document
    first, last = document.words_in(*draft.content[0])
    verbs = [word for word in range(*document.words_in(*draft.cue[0])) if grammar.tags[word] == "VERB"]
    clauses = [clause for verb in verbs for clause in grammar.dependents(verb, "ccomp") if clause >= last]
    if last == first or not clauses:
        return draft.content
    begin, end = grammar.subtree(clauses[0])
    for clause in clauses[1:]:
        start, stop = grammar.subtree(clause)
        end = max(end, stop) if start <= end + 1 else end
    grown = trim(text, draft.content[0][0], document.span(begin, end)[1], extra=",;.")
    taken = any(s < grown[1] and grown[0] < e for s, e in (*draft.source, *draft.cue))
    rest = tuple(span for span in draft.content[1:] if span[1] > grown[1])
    whole = begin <= first < end and all(span[0] >= grown[1] for span in rest)
    return (grown, *rest) if whole and not taken else draft.content


def _without_junk(text: str, span: Span) -> Span:
    match = _JUNK.match(text, *span)
    start = match.end() if match and match.end() < span[1] else span[0]
    return trim(text, start, span[1])


def _own_paragraph(text: str, draft: Draft, paragraphs: Sequence[Span], quotes: Sequence[Quote]) -> tuple[Span, ...]:
    """Return a content without what stands in other paragraphs and no mark ties to it: another may speak there.

    Of earlier paragraphs that holds only where the cue's own sentence says what was said, without quotation marks.
    """
    if not draft.cue or len(draft.content) < 2:
        return draft.content
    begin, stop = next(((s, e) for s, e in paragraphs if s <= draft.cue[-1][0] < e), (None, None))
    if begin is None or stop is None:
        return draft.content
    plain = any(draft.cue[-1][1] <= s < stop and text[s] not in _QUOTED for s, _ in draft.content)
    first = begin if plain else 0
    here = [span for span in draft.content if first <= span[0] < stop]
    tied = {
        piece
        for quote in quotes
        if len(quote.pieces) > 1 and any(s < quote.pieces[0][1] and quote.pieces[0][0] < e for s, e in here)
        for piece in quote.pieces
    }
    return tuple(span for span in draft.content if span in here or any(s <= span[0] < e for s, e in tied))


def _within_paragraph(text: str, span: Span) -> Span:
    """Return a content without marks of quotation that ends with its paragraph: a headline has no point at its end."""
    words = text[slice(*span)]
    at = words.find("\n\n")
    return trim(text, span[0], span[0] + at) if at > 0 and not any(mark in words for mark in _MARKS) else span


def _both_sides(text: str, draft: Draft, grammar: Grammar) -> tuple[Span, ...]:
    """Return both pieces of a clause that its cue breaks: "The rail, Ruiz said, held to the end".

    Only where one of them is told already, and the other is not quoted.
    """
    if len(draft.content) != 1 or len(draft.source) != 1 or len(draft.cue) != 1:
        return draft.content
    document, (content,) = grammar.document, draft.content
    middle = min(draft.source[0][0], draft.cue[0][0]), max(draft.source[0][1], draft.cue[0][1])
    verbs = [word for word in range(*document.words_in(*draft.cue[0])) if grammar.tags[word] == "VERB"]
    clauses = [clause for verb in verbs for clause in grammar.dependents(verb, "ccomp")]
    if len(clauses) != 1 or not text[: middle[0]].rstrip().endswith(",") or not text[middle[1] :].startswith(","):
        return draft.content
    first, last = document.span(*grammar.subtree(clauses[0]))
    sides = trim(text, first, middle[0], extra=","), trim(text, middle[1], last, extra=",.;")
    if not first < middle[0] < middle[1] < last or any(text[s:e].count(" ") < 1 for s, e in sides):
        return draft.content
    told = [s <= content[0] < e for s, e in sides]
    other = sides[told.index(False)] if told.count(True) == 1 else None
    if other is None or any(mark in text[slice(*other)] for mark in (*_MARKS, "\n")):
        return draft.content
    return tuple(sorted((content, other)))


def _to_clause_end(text: str, span: Span, draft: Draft, grammar: Grammar) -> Span:
    """Return a content that goes on to the end of its last word's clause, where nothing of the draft stands between."""
    first, last = grammar.document.words_in(*span)
    if last - first < 2 or last >= len(grammar.words) or grammar.words[last - 1] in _STOPS:
        return span
    closed = grammar.words[last - 1] in ("”", '"')
    if closed and (text[span[0]] in _QUOTED or grammar.words[last - 2] in _ENDS):
        return span
    sentence = int(grammar.document.sentences[grammar.document.sentence_of(last - 1)][1])
    end = last
    while end < min(sentence, last + _MOST_ADDED):
        head = grammar.heads[end]
        tied = first <= head < end or any(first <= above < last for above in grammar.above(end))
        if not tied or grammar.words[end] in _STOPS:
            break
        end += 1
    else:
        if end < sentence and grammar.words[end] not in _STOPS:
            return span  # too much would be added
    below = {grammar.labels[word] for word in range(last, end)}
    if end == last or not below & _CLAUSES:
        return span
    grown = trim(text, span[0], grammar.document.span(last, end)[1], extra=",;")
    others = (*draft.source, *draft.cue, *(s for s in draft.content if s != span))
    return span if any(s < grown[1] and grown[0] < e for s, e in others) else grown


def _less_after_quotation(text: str, span: Span, quotes: Sequence[Quote]) -> Span:
    """Return a content that ends with its quotation where that is over: a new sentence or "until they left" follows."""
    inside = [piece for quote in quotes for piece in quote.pieces if piece[0] < span[1] and span[0] < piece[1]]
    if not inside or not span[0] <= inside[-1][0] < inside[-1][1] < span[1]:
        return span
    start, end = inside[-1]
    last, rest = text[start:end].rstrip(_MARKS)[-1:], text[end : span[1]].split(None, 1)
    anew = last in _ENDS and text[end].isspace() and rest[0][:1].isupper()
    aside = last in (",", *_ENDS) and start == span[0] and rest[0].lower() in _ASIDES
    return (span[0], end) if anew or aside else span


def _less_joined(text: str, span: Span, draft: Draft, grammar: Grammar) -> Span:
    """Return a content after its cue without a second deed of the speaker's that is joined to the cue at its end.

    "The state said that they were felons and struck them off": that it struck them off it did not say.
    """
    if not draft.cue or span[0] < draft.cue[-1][1] or text[span[0]] in _QUOTED:
        return span
    document = grammar.document
    first, last = document.words_in(*span)
    cue = range(*document.words_in(*draft.cue[-1]))
    for word in range(first + 1, last):
        links = grammar.dependents(word, "cc")
        joined = grammar.labels[word] == "conj" and grammar.tags[word] == "VERB"
        joined = joined and (grammar.heads[word] in cue or _is_past_beside_modal(grammar, word))
        if base_form(grammar.lower[word]) in SAYING and grammar.dependents(word, "ccomp", "xcomp"):
            continue  # a second saying, which is told by itself
        if not joined or not links or links[0] <= first or grammar.dependents(word, "nsubj", "nsubj:pass"):
            continue
        if grammar.subtree(word)[1] >= last:
            return trim(text, span[0], document.span(first, links[0])[1], extra=",;")
    return span


def _is_past_beside_modal(grammar: Grammar, verb: int) -> bool:
    """Return whether a past form is joined to a verb with a modal, under which it cannot stand: "would go and said"."""
    other = grammar.heads[verb]
    modal = [child for child in grammar.dependents(other, "aux") if grammar.lower[child] in MODALS]
    return (
        bool(modal)
        and base_form(grammar.lower[other]) == grammar.lower[other]
        and base_form(grammar.lower[verb]) != grammar.lower[verb]
        and not grammar.lower[verb].endswith(("ing", "s"))
        and not grammar.dependents(verb, "aux", "aux:pass")
    )


def _from_subject(text: str, span: Span, draft: Draft, grammar: Grammar) -> Span:
    """Return a content that begins with its verb as one that begins with the verb's subject, where that is free."""
    first, last = grammar.document.words_in(*span)
    if last - first < 2 or grammar.tags[first] not in ("VERB", "AUX"):
        return span
    verb = first if grammar.tags[first] == "VERB" else grammar.heads[first]
    subjects = [word for word in grammar.dependents(verb, "nsubj", "nsubj:pass") if word < first]
    if not subjects or grammar.tags[subjects[0]] == "PRON" or not first <= verb < last:
        return span
    begin, end = grammar.subtree(subjects[0])
    sentence = int(grammar.document.sentences[grammar.document.sentence_of(first)][0])
    if begin < sentence or end > first or first - end > 1 or first - begin > _MOST_ADDED:
        return span
    grown = (grammar.document.span(begin, begin + 1)[0], span[1])
    others = (*draft.source, *draft.cue, *(s for s in draft.content if s != span))
    return span if any(s < grown[1] and grown[0] < e for s, e in others) else grown


def _in_aside(draft: Draft, grammar: Grammar) -> bool:
    """Return whether a source stands between two dashes and its cue after the second, in the same sentence."""
    if len(draft.source) != 1 or not draft.cue or draft.cue[0][0] < draft.source[0][1]:
        return False
    document = grammar.document
    first, last = document.words_in(*draft.source[0])
    cue = document.words_in(*draft.cue[0])[0]
    if first >= last or cue >= len(grammar.words) or document.sentence_of(first) != document.sentence_of(cue):
        return False
    start = int(document.sentences[document.sentence_of(first)][0])
    before, between = (sum(map(grammar.is_dash, range(*ends))) for ends in ((start, first), (last, cue)))
    return before % 2 == 1 and between == 1
