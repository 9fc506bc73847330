from benchmarks.article_breaks import break_accuracy, breaks

GOLD = "One two three four.\n\nFive six seven\neight nine.\n\nTen eleven twelve."


def test_breaks_of_paragraphs_count_and_wrapped_lines_do_not():
    assert breaks(GOLD, GOLD) == (2, 2)
    assert breaks(GOLD, GOLD.replace("\n\n", "\n")) == (2, 2)
    assert breaks(GOLD, GOLD.replace("\n\nTen", " Ten")) == (1, 2)


def test_a_break_counts_only_where_both_sides_were_found():
    assert breaks(GOLD, "One two three four.\n\nTen eleven twelve.") == (0, 0)
    assert break_accuracy([(GOLD, GOLD), (GOLD, " ".join(GOLD.split()))]) == 0.5
