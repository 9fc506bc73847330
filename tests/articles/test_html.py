import pytest

from copydesk.articles import read
from copydesk.pages.page import Page

PARAGRAPHS = (
    "HARBORSIDE, Norway — A ferry ran aground on Tuesday with 40 people on board, the coast guard said.",
    "Nobody was hurt, and the passengers were taken off by tugboat before nightfall, according to the company.",
    "The ferry had left the yard only a week earlier, after a refit that took eleven months and cost twice its price.",
)
PAGE = f"""<!DOCTYPE html><html lang="en"><head><title>Ferry aground | The Courier</title>
<meta property="og:title" content="Ferry aground off Harborside"><meta property="og:site_name" content="The Courier">
<meta property="article:published_time" content="2026-10-06T18:00:00Z"><meta name="author" content="Lone Marsh"></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav>
<main><article><h1>Ferry aground off Harborside</h1><p class="byline">By Lone Marsh</p>
{"".join(f"<p>{p}</p>" for p in PARAGRAPHS)}</article></main>
<aside><h3>Related Articles</h3><ul><li><a href="/a">Storm warnings lifted</a></li></ul></aside>
<footer>Copyright 2026 The Courier. All rights reserved.</footer></body></html>"""


def test_a_page_with_markup():
    article = read(Page(id="1", content=PAGE, media_type="text/html"))
    assert article.headline == "Ferry aground off Harborside"
    assert [a.name for a in article.authors] == ["Lone Marsh"]
    assert article.published
    assert (article.published.value[:10], article.published.from_) == ("2026-10-06", "metadata")
    assert article.dateline
    assert article.dateline.place == "HARBORSIDE, Norway"
    assert article.text == "\n\n".join(PARAGRAPHS)
    assert article.publisher == "The Courier"


@pytest.mark.parametrize("markup", ["", "<html></html>", "<script>let a = 1</script>", "\0\0<p>\0</p>", "<" * 1000])
def test_pages_without_a_story_say_why(markup):
    article = read(Page(id="1", content=markup, media_type="text/html"))
    assert article.text == ""
    assert [notice.kind for notice in article.notices] == ["empty"]
