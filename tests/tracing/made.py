"""Made-up records for tests of tracing: stories that are copied, cut and retold over some days."""

import random

from copydesk.records import Published, Record

LETTERS = "abdefgiklmnoprstuv"


def pages(count, seed=1):
    """So many records; about a third are copies of an earlier one, whole or cut."""
    dice = random.Random(seed)
    made = []
    for number in range(count):
        if made and dice.random() < 0.35:
            old = dice.choice(made[-200:])
            sentences = old[1] if dice.random() < 0.6 else old[1][: max(2, len(old[1]) - 3)]
            day = min(28, old[2] + dice.randint(0, 1))
        else:
            about = ["".join(dice.choices(LETTERS, k=7)).title() for _ in range(7)]
            sentences = [sentence(dice, name) for name in about]
            day = 1 + number % 28
        made.append((number, sentences, day))
        yield record(number, sentences, day)


def sentence(dice, name):
    words = ["".join(dice.choices(LETTERS, k=5)) for _ in range(9)]
    words[4] = name
    return f"The {' '.join(words)} {dice.randint(20_000, 900_000)}."


def record(number, sentences, day):
    text, spans = "", []
    for one in sentences:
        spans.append((len(text), len(text) + len(one)))
        text += one + " "
    return Record(
        id=f"page-{number * 7919 % 100_003}",
        headline=sentences[0][:-1],
        publisher=f"House {number % 60}",
        published=Published(value=f"2026-03-{day:02}", from_="metadata"),
        text=text.rstrip(),
        paragraphs=((0, len(text) - 1),),
        sentences=tuple(spans),
    )
