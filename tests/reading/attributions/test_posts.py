"""What an embedded post says is its author's word."""

from copydesk import read
from copydesk.reading.attributions import find_attributions, with_posts
from copydesk.records import Attribution, Block, Entity

BEFORE = "The pier stays shut until May.\n\n"
POST = "The vote was a mistake, and the mayor said so."


def block(author: str | None, text: str = BEFORE, post: str = POST) -> Block:
    return Block(span=(len(text), len(text) + len(post)), kind="post", author=author)


def found(text: str, *blocks: Block, entities: tuple[Entity, ...] = ()) -> tuple[Attribution, ...]:
    return with_posts(find_attributions(text), blocks, entities, len(text))


def test_a_post_is_its_authors_word_and_what_it_quotes_stands_inside() -> None:
    text = BEFORE + POST
    post, *others = found(text, block("Per Lund (@perlund)"))
    assert (post.id, post.source.kind, post.source.spans, post.cue.lemma) == ("a1", "named-person", (), "post")
    assert [text[a:b] for a, b in post.content.spans] == [POST]
    assert [said.inside for said in others] == ["a1"] * len(others)
    assert [said.id for said in others] == [f"a{n}" for n in range(2, len(others) + 2)]


def test_an_author_whom_the_page_names_is_that_entity() -> None:
    entity = Entity(id="e4", type="ORG", name="Harbour Council", mentions=((0, 8),))
    (post,) = found(BEFORE + "It is shut.", block("Harbour Council (@harbour)", post="It is shut."), entities=(entity,))
    assert (post.source.kind, post.source.entity) == ("named-organization", "e4")


def test_an_account_of_whom_nothing_is_known_says_nothing() -> None:
    assert not found(BEFORE + "It is shut.", block("@harbour", post="It is shut."), block(None, post="It is shut."))


def test_a_post_that_the_story_puts_to_somebody_is_not_said_twice() -> None:
    before = "“The vote was a mistake. Nobody was asked,” Lund said.\n\n"
    quoted = Block(span=(0, before.index(" Lund")), kind="post", author="Per Lund (@perlund)")
    said = find_attributions(before)
    assert said
    assert with_posts(said, [quoted], (), len(before)) == said


def test_a_page_with_a_post_says_whose_words_they_are(tmp_path) -> None:  # type: ignore[no-untyped-def]
    told = "The harbour of Porto Alba shut its pier on Monday after a storm broke two of its pillars. "
    page = tmp_path / "page.html"
    page.write_text(
        f"<html lang='en'><title>Pier shut</title><body><article><h1>Pier shut</h1><p>{told * 3}</p><p>{told * 2}</p>"
        "<blockquote class='twitter-tweet'><p>We were told on Sunday and nobody came to look at it.</p>— Per Lund "
        "(@perlund) <a href='https://twitter.com/perlund/status/1'>March 3, 2023</a></blockquote>"
        f"<p>It was built in 1898. {told * 2}</p></article></body></html>"
    )
    record = read(page)
    posts = [said for said in record.attributions if said.cue.lemma == "post"]
    assert [record.words(*said.content.spans) for said in posts] == [
        "We were told on Sunday and nobody came to look at it."
    ]
    assert record.page.read == "english"
