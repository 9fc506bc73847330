"""Words to word pieces: greedy longest match in a BERT vocabulary, lower-cased, accents off.

Source: WordPiece as in BERT (Devlin et al. 2019), with its uncased normalisation.
"""

import unicodedata
from collections.abc import Sequence

UNKNOWN, START, END = "[UNK]", "[CLS]", "[SEP]"
_LONGEST_RUN = 60  # letters of a run that is cut into pieces
_MOST_PIECES = 24  # pieces of a word
_CACHE_SIZE = 100_000  # words that are remembered
_LONGEST_KEPT = 60  # longer words do not come again, and a page of them would fill the memory


class WordPieceTokenizer:
    """A WordPiece vocabulary: words to token ids; remembers the commonest words it has cut."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        """Take the pieces in the order of their numbers; [UNK], [CLS] and [SEP] must be among them."""
        self.ids = {piece: number for number, piece in enumerate(vocabulary)}
        self.unknown, self.start, self.end = self.ids[UNKNOWN], self.ids[START], self.ids[END]
        self._longest = max(map(len, vocabulary))
        self._known: dict[str, tuple[int, ...]] = {}

    def encode(self, word: str) -> tuple[int, ...]:
        """Return the piece numbers of one word: at least one, at most 24."""
        found = self._known.get(word)
        if found is None:
            if len(self._known) >= _CACHE_SIZE:
                self._known.clear()
            found = self._cut(word[:200])
            if len(word) <= _LONGEST_KEPT:
                self._known[word] = found
        return found

    def _cut(self, word: str) -> tuple[int, ...]:
        numbers: list[int] = []
        for run in _runs(word):
            numbers += self._match(run)
        return tuple(numbers[:_MOST_PIECES]) or (self.unknown,)

    def _match(self, run: str) -> list[int]:
        if len(run) > _LONGEST_RUN:
            return [self.unknown]
        numbers, start = [], 0
        while start < len(run):
            prefix = "##" if start else ""
            for end in range(min(len(run), start + self._longest), start, -1):
                number = self.ids.get(prefix + run[start:end])
                if number is not None:
                    numbers.append(number)
                    start = end
                    break
            else:
                return [self.unknown]
        return numbers


def _runs(word: str) -> list[str]:
    """Cut a word, lower-cased and without accents, into runs of letters and digits and single other characters."""
    plain = [c for c in unicodedata.normalize("NFD", word.lower()) if unicodedata.category(c) not in ("Mn", "Cf", "Cc")]
    runs: list[str] = []
    joined = False
    for c in plain:
        letter = c.isalnum() and not "\u4e00" <= c <= "\u9fff"
        if letter and joined:
            runs[-1] += c
        else:
            runs.append(c)
        joined = letter
    return runs
