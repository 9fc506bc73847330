import pytest

from benchmarks.article_losses import Choice, losses, numbers_of, oracles, placed
from copydesk.articles.markup.blocks import blocks_of

TEXTS = ["Menu here", "One one one", "Two two", "Buy now", "Three three three", "More stories"]
GOLD = "One one one\n\nTwo two\n\nThree three three"


def choice(*told):
    return Choice(TEXTS, [1, 2, 4], list(told), GOLD)


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ((1, 2, 4), {}),
        ((0, 1, 2, 4), {"extra before": 2 / 8}),
        ((1, 2, 3, 4, 5), {"extra inside": 2 / 8, "extra after": 2 / 8}),
        ((2,), {"missing before": 3 / 8, "missing after": 3 / 8}),
        ((1, 4), {"missing inside": 2 / 8}),
    ],
)
def test_losses_are_told_by_where_their_blocks_stand(told, expected):
    assert losses(choice(*told)) == expected


def test_a_loss_of_more_words_than_the_gold_text_has_counts_as_all_of_it():
    assert losses(Choice(["One", "many " * 9], [0], [0, 1], "One")) == {"extra after": 1.0}


def test_a_page_is_exact_with_one_block_changed_where_one_is_wrong():
    found = oracles(choice(1, 2, 3, 4), {})
    assert not found["as told"]
    assert found["gold's own blocks"]
    assert found["1 blocks changed at most"]
    assert not found["cut at its ends"]
    assert oracles(choice(1, 2, 4, 5), {})["cut at its ends"]
    assert not oracles(choice(0, 1, 2, 4, 5), {})["1 blocks changed at most"]
    assert oracles(choice(0, 1, 2, 4, 5), {})["2 blocks changed at most"]


def test_a_gold_text_with_the_numbers_of_a_list_is_reached_by_numbered_items_only():
    page = blocks_of(b"<body><p>Two steps:</p><ol><li>Stop here.</li><li>Look there.</li></ol><ul><li>No.</li></ul>")
    numbers = numbers_of(page)
    assert numbers == {1: 1, 2: 2}
    found = oracles(Choice(page.texts, [0, 1, 2], [0, 1, 2], "Two steps:\n\n1. Stop here.\n2. Look there."), numbers)
    assert not found["gold's own blocks"]
    assert found["gold's own blocks, numbered"]


def test_paragraphs_are_placed_among_the_blocks_in_order():
    assert placed(["a", "b", "a", "c"], ["b", "a"]) == [1, 2]
    assert placed(["a", "b"], ["b", "a"]) is None
