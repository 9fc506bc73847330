"""Whether the main event of a whole story is among those that copydesk calls news, and how many it calls so.

    python -m benchmarks.main_events

Giveme5W1H: 48 stories, for each what happened and how, in the words of three coders. A story counts as covered where a
mention of a salient event begins like a word of theirs (five letters). Nothing was fitted on these stories; their
events were read when it was decided where on a long page a happening of no known kind is news.
"""

import gzip
import json
import re

from benchmarks.common import SHARED, keep, print_table
from copydesk import read_text
from copydesk.english.function_words import ARTICLES, CONJUNCTIONS, POSSESSIVES, PREPOSITIONS, SUBJECTS

STORIES = SHARED / "data" / "events" / "fivew1h_dev.jsonl.gz"
QUESTIONS = ("what", "how")
SMALL = ARTICLES | CONJUNCTIONS | POSSESSIVES | SUBJECTS | PREPOSITIONS
LETTERS = 5  # of a word, by which forms of one verb are taken for each other


def beginnings(text: str) -> set[str]:
    """Return the first letters of the words of a text, small words left out."""
    return {word[:LETTERS] for word in re.findall(r"[a-z]+", text.lower()) if word not in SMALL}


def main() -> None:
    """Print the figures and keep them."""
    stories = covered = salient = of_main = 0
    with gzip.open(STORIES, "rt", encoding="utf-8") as lines:
        for item in map(json.loads, lines):
            told = {
                one for question in QUESTIONS for words in item["answers"][question] for one in beginnings(str(words))
            }
            day = item["published"] if item["published"] != "None" else None
            record = read_text(item["text"], published=day, as_is=True)
            news = [event for event in record.events if event.salient]
            hits = [
                any({m.lemma[:LETTERS], record.words(m.span).lower()[:LETTERS]} & told for m in event.mentions)
                for event in news
            ]
            stories, covered = stories + 1, covered + any(hits)
            salient, of_main = salient + len(news), of_main + sum(hits)
    figures = {
        "stories": stories,
        "covered": covered / stories,
        "salient.per.story": salient / stories,
        "salient.of.main": of_main / salient,
    }
    print_table("Main events of whole stories (Giveme5W1H)", list(figures), [list(figures.values())])
    keep("main_events", figures)


if __name__ == "__main__":
    main()
