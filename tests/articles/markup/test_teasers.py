"""Pages with a sentence of their story, with a second story below it, with a request to subscribe at its end."""

import pytest

from copydesk import read_html

LEAD = "The harbour council of Norvik voted on Thursday to move the fish market to the old customs house after a check."
MORE = (
    "“We will not wait for the roof to come down,” said council leader Ada Lind after the meeting of the council.",
    "The move will cost 4.2 million crowns and take until March, according to a report that the council published.",
    "Traders said that they had been told nothing. Olav Berg said that the customs house was far too small for them.",
)
TITLE = "Fish market to move"
NAV = "<nav><a href='/'>Home</a> <a href='/news'>News</a> <a href='/sport'>Sport</a></nav>"
FOOT = "<footer><p>© 2026 Norvik Post. All rights reserved.</p></footer>"


def page(body, kind="NewsArticle"):
    data = (
        f'{{"@type": "{kind}", "headline": "{TITLE}", "datePublished": "2026-10-15", "isAccessibleForFree": "False"}}'
    )
    head = f'<title>{TITLE}</title><script type="application/ld+json">{data}</script>'
    return f"<html lang='en'><head>{head}</head><body>{NAV}{body}{FOOT}</body></html>"


def paragraphs(*texts):
    return "".join(f"<p>{text}</p>" for text in texts)


WALL = "<div class='wall'><p>Subscribe to read the rest of this story.</p><button>Subscribe</button></div>"


def test_the_one_sentence_before_a_paywall_is_the_story_and_said_to_be_a_teaser():
    record = read_html(page(f"<article><h1>{TITLE}</h1>{paragraphs(LEAD)}{WALL}</article>"))
    assert (record.text, record.page.complete) == (LEAD, "teaser")


def test_a_short_line_below_the_heading_is_no_story():
    assert read_html(page(f"<article><h1>{TITLE}</h1>{paragraphs('Read on, please.')}{WALL}</article>")).text == ""


@pytest.mark.parametrize("apart", [True, False])
def test_who_wrote_the_next_story_of_an_endless_page_did_not_write_this_one(apart):
    own = f"<h1>{TITLE}</h1><p class='byline'>Eva Holm</p>{paragraphs(LEAD, *MORE)}"
    following = f"<h1>Ferry firm fined</h1><p class='byline'>Jon Dahl</p>{paragraphs(*MORE)}"
    body = (
        f"<article>{own}</article><article>{following}</article>" if apart else f"<article>{own}{following}</article>"
    )
    names = [author.name for author in read_html(page(body)).authors]
    assert names == (["Eva Holm"] if apart else ["Eva Holm", "Jon Dahl"])


def test_a_request_to_subscribe_does_not_end_a_story():
    asked = "Sign up for our newsletter to get the news each morning."
    record = read_html(page(f"<article><h1>{TITLE}</h1>{paragraphs(LEAD, *MORE, asked)}</article>"))
    assert record.text.endswith(MORE[-1])
    inside = read_html(page(f"<article><h1>{TITLE}</h1>{paragraphs(LEAD, asked, *MORE)}</article>"))
    assert inside.text.endswith(MORE[-1])
