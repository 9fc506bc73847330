"""The view of a story's claims."""

from copydesk.claims.claim_lines import matches
from copydesk.claims.finding import find_claims
from copydesk.desk import Desk
from copydesk.records import Altered, Claim, ClaimPage, Origin
from copydesk.web.claims_view import figures, row_of

from .sample import EVIL
from .test_views import page, words

CLAIM = Claim(
    id="c1",
    claim="The pier is shut.",
    status="denied",
    origins=(Origin(name="Ada Moss", kind="named-person", first_hand="said", page="a", spans=((0, 3),)),),
    heard_by=("Reuters",),
    carriers=1,
    pages=(
        ClaimPage(page="a", spans=((0, 5),), role="heard"),
        ClaimPage(page="c", spans=((0, 5),), role="carried", altered=(Altered(kind="number", before="4", after="6"),)),
    ),
    marks=("single-origin",),
)


def test_a_row_has_a_cell_for_each_page_and_says_who_altered_what():
    row = row_of(CLAIM, ("a", "b", "c"), {"a": "Shut.", "c": "Shut."})
    assert [cell.sign for cell in row.cells] == ["●", "", "○"]
    assert row.cells[2].altered
    assert "number: 4 → 6" in row.cells[2].title
    assert row.origins == ("Ada Moss",)


def test_filters():
    assert matches(CLAIM, "")
    assert matches(CLAIM, "single-origin")
    assert matches(CLAIM, "disputed")
    assert not matches(CLAIM, "unnamed-only")


def test_the_view_of_every_story_opens_and_gives_three_figures(client, path):
    with Desk(path, readonly=True) as desk:
        stories = [desk.story(line.id) for line in desk.stories()]
        assert any(find_claims(story, {page: desk.record(page) for page in story.pages}) for story in stories)
    for story in stories:
        root = page(client, f"/claims?id={story.id}&only=")
        assert len(root.xpath("//dl[@class='figures']/div")) == 3
        assert EVIL not in "".join(root.xpath("//script/text()"))
        assert f"{len(story.pages)}" in words(root.xpath("//dl[@class='figures']")[0])


def test_an_unknown_filter_shows_all_and_an_unknown_story_is_named(client, path):
    with Desk(path, readonly=True) as desk:
        story = next(iter(desk.stories())).id
    assert page(client, f"/claims?id={story}&only=%3Cscript%3E").xpath("//h1")
    assert "none" in words(page(client, "/claims?id=none", 404))


def test_the_three_figures_are_told_apart(client, path):
    with Desk(path, readonly=True) as desk:
        story = desk.story(next(iter(desk.stories())).id)
    names = [name for _, name in figures(story)]
    assert names[0].startswith("first-hand origin")
    assert names[1].startswith("text")
    assert names[2].startswith("page")


def test_the_search_page_lists_claims_with_their_words(client, path):
    with Desk(path, readonly=True) as desk:
        stories = [desk.story(line.id) for line in desk.stories()]
        told = [(claim, s) for s in stories for claim in find_claims(s, {p: desk.record(p) for p in s.pages})]
    claim, story = told[0]
    word = max((word for word in claim.claim.split() if word.isascii() and word.isalpha()), key=len)
    root = page(client, f"/search?what=claims&q={word}")
    assert any(word in words(item) for item in root.xpath("//ul[@class='hits']/li"))
    assert root.xpath(f"//h2/a[contains(@href, '{story.id}')]")


def test_a_search_over_claims_escapes_what_was_typed_and_says_when_nothing_is_found(client):
    root = page(client, "/search?what=claims&q=%3Cscript%3Ezeppelin")
    assert "No claim" in words(root)
    assert "give some" in words(page(client, "/search?what=claims&q="))
    assert root.xpath("//input[@name='q']/@value") == ["<script>zeppelin"]
