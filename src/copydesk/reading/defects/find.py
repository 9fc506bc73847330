"""All kinds of defect together, in the order of the text."""

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from copydesk.reading.defects.cut_sentences import find_fragments, find_truncated
from copydesk.reading.defects.encoding import find_encoding_damage
from copydesk.reading.defects.exchanged import find_exchanged_words
from copydesk.reading.defects.first_person import find_first_person_leaks
from copydesk.reading.defects.mismatches import find_mismatches
from copydesk.reading.defects.repeats import find_repeats
from copydesk.reading.defects.searched_text import StoryText
from copydesk.reading.defects.spellings import find_mixed_spellings
from copydesk.records import Defect, Span

_FINDERS: Final[tuple[Callable[[StoryText], Iterable[Defect]], ...]] = (
    find_truncated,
    find_fragments,
    find_mixed_spellings,
    find_first_person_leaks,
    find_repeats,
    find_encoding_damage,
    find_mismatches,
    find_exchanged_words,
)
_MOST: Final = 1000  # defects of a page


def find_defects(
    text: str,
    paragraphs: Sequence[Span],
    sentences: Sequence[Span],
    names: Sequence[str] = (),
    apart: Sequence[Span] = (),
    in_person: bool = False,
) -> tuple[Defect, ...]:
    """Find what looks broken in a story, in the order of the text, at most a thousand.

    The claims are meant to be right rather than complete: a clean story should come back with none.

    Args:
        text: the story's text, without page furniture.
        paragraphs: spans of its paragraphs; an empty sequence stands for one paragraph a line.
        sentences: spans of its sentences, from the model or from `split_sentences`.
        names: names on the masthead (byline, credit), to be compared with each other and with names in the story.
        apart: spans that are no running prose (headings, lists, captions, posts).
        in_person: whether the writer speaks in person (opinion, interviews, reviews).
    """
    story = StoryText.of(text, paragraphs, sentences, names, apart, in_person)
    found = {defect for finder in _FINDERS for defect in finder(story)}
    return tuple(sorted(found, key=lambda defect: (defect.span, defect.kind, defect.note))[:_MOST])
