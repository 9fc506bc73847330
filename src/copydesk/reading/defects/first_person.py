"""First-person leaks: “I” outside quotation marks in a story that is otherwise reported in the third person."""

import re
from collections.abc import Iterator
from typing import Final

from copydesk.english.function_words import PREPOSITIONS
from copydesk.reading.defects.story import StoryText
from copydesk.records import Defect, Span

# Not the numeral (World War I), not a letter or a list (I. Introduction, I-95), not a named voice (Moss: I resign).
_FIRST: Final = re.compile(
    r"(?<![\w.&/-])(?<!: )(?:I(?:['’](?:m|ve|d|ll))?|[Mm]y(?! [A-Z])|me|[Mm]yself)(?![\w'’&/-]|\.\w)"
)
_NUMERAL_BEFORE: Final = re.compile(
    r"(?:[A-Z][\w’'-]{0,30}|\b(?:phase|part|level|type|class|grade|stage|act|tier))\s\Z"
)
_VERB_AFTER: Final = re.compile(rf"\s(?!(?:{'|'.join(sorted(PREPOSITIONS))}|and|or|is)\b)[a-z’']+")
# A writer who was there (told me, I asked) tells a story in person: nothing leaked.
_REPORTER: Final = re.compile(
    r"\b(?:tells?|told|brings?|brought|strikes|struck|e-?mail|tweet|let|asks?|asked|e-?mailed|texted|called|wrote|reminds?|"
    r"reminded|informed|invited|showed|shows|greeted|assured|handed|with|to|for) me\b|"
    r"\bI(?:['’]ve| have| had| first| later| also| once| recently| just)? (?:am [A-Z]|did|hope|wish|wonder|predict|ask|"
    r"asked|met|meet|spoke|visited|interviewed|called|sat|wrote|write|watched|saw|reported|talked|reached|arrived|walked|"
    r"joined|think|suspect|believe|guess|suppose|argue|argued|mean|confess|admit)\b|"
    r"\bI['’]m (?:[A-Z]|afraid|sure|told|guessing)|"
    r"\b(?:[Ee]-?mail|[Tt]ell|[Ff]ollow|[Cc]ontact|[Vv]isit|[Ww]rite to|[Rr]each) (?:me|my)\b|"
    r"\bmy (?:column|colleagues?|book|article|piece|story|interview|opinion|view|name|friends?|wife|husband|editor|"
    r"question)\b"
)
# Speech without quotation marks around it still belongs to its speaker.
_SPOKEN: Final = re.compile(
    r"\b(?:says?|said|asked|asks|added|told|tells|wrote|writes|tweeted|replied|recalled|quoted)\b"
)
_MARK: Final = re.compile(r"[“”„«»\"]|``|''")
_PLURAL: Final = re.compile(r"\b(?:[Ww]e|[Oo]urs?|ourselves)\b")
_MOST_SENTENCES: Final = 2  # sentences in the first person, from whose number on a writer speaks
_LEAST_TOLD: Final = 4  # sentences outside quotation marks of a story
_MOST_SHARE: Final = 0.12  # share of them in the first person, from which on a writer speaks


def find_first_person_leaks(story: StoryText) -> Iterator[Defect]:
    """Yield sentences in the first person singular that stand alone in a story told in the third person."""
    if story.in_person:
        return
    leaks = [span for span in story.sentences if _in_first_person(story, span)]
    told = sum(1 for start, end in story.sentences if story.outside_quotes(start, end))
    if not leaks or told < _LEAST_TOLD or len(leaks) > min(_MOST_SENTENCES, max(1, _MOST_SHARE * told)):
        return
    # A writer who also says “we” (a column, a letter, a sermon) speaks in person.
    if sum(1 for match in _PLURAL.finditer(story.text) if story.outside_quotes(*match.span())) >= _MOST_SENTENCES:
        return
    if any(_REPORTER.search(story.text, start, end) for start, end in leaks):
        return
    for span in leaks:
        if (
            story.is_prose(*span)
            and not story.text[slice(*span)].endswith("?")
            and not _MARK.search(story.text, *span)
            and not _SPOKEN.search(story.text, *span)
        ):
            yield Defect(
                kind="first-person-leak",
                span=span,
                note="speaks as “I” outside quotation marks in a story told in the third person: lost quotation marks?",
            )


def _in_first_person(story: StoryText, span: Span) -> bool:
    return any(
        story.outside_quotes(*match.span()) and not _numeral(story.text, match)
        for match in _FIRST.finditer(story.text, *span)
    )


def _numeral(text: str, match: re.Match[str]) -> bool:
    if match.group() != "I":
        return False
    if not _VERB_AFTER.match(text, match.end()):
        return True
    return bool(_NUMERAL_BEFORE.search(text, max(0, match.start() - 40), match.start()))
