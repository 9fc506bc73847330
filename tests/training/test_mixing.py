import numpy as np

from training.mixing import Flat, mixed


def flat(fold, *lines):
    """A page whose story's lines begin with a star."""
    return Flat(list(lines), np.array([line[0] == "*" for line in lines]), lines[0], len(lines), fold, fold)


def test_a_story_stands_in_the_place_of_anothers_with_what_stands_within_it():
    ferry = flat(0, "Ferry aground", "Menu", "*It ran aground.", "ADVERTISEMENT", "*It was towed.", "More on ferries")
    mine = flat(0, "Mine shut", "Sign in", "*It shut.", "Related", "Contact")
    first, second = sorted(mixed([ferry, mine], seed=2), key=lambda page: page.title)
    assert first.lines == [
        "Ferry aground", "Sign in", "*It ran aground.", "ADVERTISEMENT", "*It was towed.", "Related", "Contact",
    ]  # fmt: skip
    assert first.story.tolist() == [False, False, True, False, True, False, False]
    assert second.lines == ["Mine shut", "Menu", "*It shut.", "More on ferries"]
    assert (first.total, second.total) == (ferry.total, mine.total)


def test_pages_are_mixed_within_their_fold_and_those_without_a_story_left_out():
    assert list(mixed([flat(0, "Menu", "*Told."), flat(1, "Sign in", "*Said."), flat(0, "Contact")], seed=1)) == []
