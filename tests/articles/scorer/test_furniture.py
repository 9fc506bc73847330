import pytest

from copydesk.articles.scorer.furniture_kinds import kind_of


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Related Articles", "related"),
        ("Read more: Storm warnings lifted along the coast", "related"),
        ("Leave a Reply", "comment-form"),
        ("Your email address will not be published. Required fields are marked *", "comment-form"),
        ("Back to top button", "back-to-top"),
        ("ADVERTISEMENT", "advertisement"),
        ("Story continues below advertisement", "advertisement"),
        ("Share on Facebook", "share"),
        ("Facebook Twitter WhatsApp", "share"),
        ("Sign up for our newsletter", "subscribe"),
        ("© 2026 The Courier. All rights reserved.", "copyright"),
        ("We use cookies to make this site work.", "cookie"),
        ("Skip to main content", "navigation"),
        ("Photo: Jane Roe", "caption"),
        ("About the author", "author-bio"),
    ],
)
def test_lines_that_are_nothing_but_furniture(line, kind):
    assert kind_of(line) == kind


@pytest.mark.parametrize(
    "line",
    [
        "Share prices fell on Monday after the bank reported a loss for the first time in nine years.",
        "The council meets again on Oct. 20.",
        "Comments by the minister angered farmers, who blocked the road for the second day.",
        "Home prices rose in March.",
        "He said more people would read about the case if the court opened its doors to the press.",
        "",
        "x" * 10_000,
    ],
)
def test_sentences_of_a_story_are_not(line):
    assert kind_of(line) is None


@pytest.mark.parametrize(("length", "kind"), [(340, "advertisement"), (341, None)])
def test_a_line_of_furniture_has_340_characters(length, kind):
    assert kind_of("Advertisement" + " " * (length - 14) + "|") == kind
