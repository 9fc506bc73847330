"""Which words of a page are its headline."""

import pytest

from copydesk.articles.markup.blocks import blocks_of
from copydesk.articles.markup.markup_headline import headline
from copydesk.articles.markup.metadata import metadata_of

URL = "https://www.pierblog.example/posts/harbour-votes-to-keep-the-pier"


def of(title: str, *heads: str, og: str = "", url: str = URL) -> str | None:
    shown = "".join(f"<h1>{head}</h1><p>It is told.</p>" for head in heads)
    meta = f'<meta property="og:title" content="{og}">' if og else ""
    page = blocks_of(f"<html><head><title>{title}</title>{meta}</head><body>{shown}</body></html>".encode())
    return headline(page, metadata_of(page), url)


def test_a_first_level_heading_that_the_title_bears_out_is_the_headline() -> None:
    assert of("Harbour votes to keep the pier | Pier Blog", "Pier Blog", "Harbour votes to keep the pier") == (
        "Harbour votes to keep the pier"
    )


@pytest.mark.parametrize("day", ["Mar 3 2023", "3 March 2023", "2023-03-03"])
def test_a_day_in_the_heading_is_not_the_headlines(day: str) -> None:
    wanted = "Harbour votes to keep the pier"
    assert of(f"{wanted} | Pier Blog", f"{day} {wanted}", og=wanted) == wanted
    assert of(f"{wanted} | Pier Blog", f"{wanted}, {day}", og=wanted) == wanted


def test_a_year_that_belongs_to_the_headline_stays() -> None:
    assert of("Harbour votes", "Harbour votes 2023", og="Harbour votes") == "Harbour votes 2023"


def test_what_the_address_says_too_is_no_site_name() -> None:
    assert of("Pier Blog: Harbour votes to keep the pier", "Harbour votes to keep the pier") == (
        "Harbour votes to keep the pier"
    )


def test_sites_named_before_the_headline_go() -> None:
    title = "Pier! Blog | PierBlog.example - Harbour votes to keep the pier"
    assert of(title, url="https://www.pierblog.example/a") == "Harbour votes to keep the pier"


def test_one_word_of_a_long_title_is_not_the_headline() -> None:
    title = "How the harbour lost the Pier, its ferry and the last of its herring boats"
    assert of(title, "Pier", og=title) == title
    part = "Webcams - Porto Alba National Park of the Northern Coast and Islands"
    assert of(part, "Webcams", url="https://parks.example/alba") == "Webcams"
