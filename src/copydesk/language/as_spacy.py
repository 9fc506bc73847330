"""A Document as a spaCy Doc (extra `spacy`): the same words, with tags, heads, relations, sentences and names."""

from typing import TYPE_CHECKING

from copydesk.language.document import Document

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab


def to_doc(document: Document, vocab: "Vocab") -> "Doc":
    """Return a spaCy Doc whose text is the document's, character for character.

    White space beyond a single space becomes words of its own, as in spaCy, tagged SPACE and hung on the word before.
    """
    from spacy.tokens import Doc, Span

    words: list[str] = []
    spaces: list[bool] = []
    place: list[int] = []  # of each of our words among spaCy's
    at = 0

    def gap(text: str) -> None:
        if text.startswith(" ") and words:
            spaces[-1], text = True, text[1:]
        if text:
            words.append(text)
            spaces.append(False)

    for start, end in document.tokens.tolist():
        gap(document.text[at:start])
        place.append(len(words))
        words.append(document.text[start:end])
        spaces.append(False)
        at = end
    gap(document.text[at:])
    tags = ["SPACE"] * len(words)
    heads = [max(0, i - 1) for i in range(len(words))]
    labels = ["dep"] * len(words)
    for i, where in enumerate(place):
        tags[where] = document.tags[i]
        heads[where] = place[int(document.heads[i])]
        labels[where] = "ROOT" if document.labels[i] == "root" else document.labels[i]
    if words and place and place[0] > 0:
        heads[0] = place[0]  # white space before the first word
    doc = Doc(vocab, words=words, spaces=spaces, pos=tags, heads=heads, deps=labels)
    doc.ents = [Span(doc, place[n.start], place[n.end - 1] + 1, label=n.type) for n in document.names]
    return doc
