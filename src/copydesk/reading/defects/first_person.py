"""First-person leaks: “I” outside quotation marks in a story that is otherwise reported in the third person."""

import re
from collections.abc import Iterator
from typing import Final

from copydesk.english.first_person_words import FIRST, NUMERAL_BEFORE, PLURAL, REPORTER, SPOKEN, VERB_AFTER
from copydesk.reading.defects.searched_text import StoryText
from copydesk.records import Defect, Span

_MARK: Final = re.compile(r"[“”„«»\"]|``|''")
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
    if sum(1 for match in PLURAL.finditer(story.text) if story.outside_quotes(*match.span())) >= _MOST_SENTENCES:
        return
    if any(REPORTER.search(story.text, start, end) for start, end in leaks):
        return
    for span in leaks:
        if (
            story.is_prose(*span)
            and not story.text[slice(*span)].endswith("?")
            and not _MARK.search(story.text, *span)
            and not SPOKEN.search(story.text, *span)
        ):
            yield Defect(
                kind="first-person-leak",
                span=span,
                note="speaks as “I” outside quotation marks in a story told in the third person: lost quotation marks?",
            )


def _in_first_person(story: StoryText, span: Span) -> bool:
    return any(
        story.outside_quotes(*match.span()) and not _numeral(story.text, match)
        for match in FIRST.finditer(story.text, *span)
    )


def _numeral(text: str, match: re.Match[str]) -> bool:
    if match.group() != "I":
        return False
    if not VERB_AFTER.match(text, match.end()):
        return True
    return bool(NUMERAL_BEFORE.search(text, max(0, match.start() - 40), match.start()))
