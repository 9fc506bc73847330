from pathlib import Path

from copydesk.articles import read
from copydesk.articles.lines.line_parts import read_lines
from copydesk.articles.paragraphs import without_copies
from copydesk.pages.page import Page

STORY = """Ferry runs aground off Harborside, 1st since refit

Harborside, Norway –

A ferry ran aground on Tuesday with 40 people on board, officials said.

“Nobody was hurt,” said a coast guard official, who spoke on condition of anonymity.

The company said that it would look into the cause.


Lone Marsh reported from Oslo

Related Articles

Storm warnings lifted

Leave a Reply

Your email address will not be published. Required fields are marked *

Back to top button
"""


def test_masthead_story_and_furniture_are_told_apart():
    article = read(Page(id="1", content=STORY))
    assert article.headline == "Ferry runs aground off Harborside, 1st since refit"
    assert article.dateline
    assert article.dateline.place == "Harborside, Norway"
    assert [(a.name, a.place) for a in article.authors] == [("Lone Marsh", "Oslo")]
    assert article.text.startswith("A ferry")
    assert article.text.endswith("the cause.")
    assert [(f.kind, f.text) for f in article.furniture] == [
        ("related", "Related Articles"),
        ("related", "Storm warnings lifted"),
        ("comment-form", "Leave a Reply"),
        ("comment-form", "Your email address will not be published. Required fields are marked *"),
        ("back-to-top", "Back to top button"),
    ]
    assert [article.text[a:b] for a, b in article.paragraphs] == article.text.split("\n\n")


PASTED = """The Courier

Menu

News

Sports

Ferry runs aground off Harborside with 40 aboard

By Lone Marsh | March 3, 2026 | 4 min read

A ferry ran aground on Tuesday with 40 people on board, the coast guard said, and was towed off before nightfall.

Nobody was hurt, and the passengers were taken off by tugboat, according to the company, which runs three more ferries.

ADVERTISEMENT

“We heard a long scrape and then nothing,” said Ida Holm, a nurse who was on her way home from the hospital.

The company said that it would look into the cause, and that the morning ferry would sail as planned.

Lone Marsh reported from Oslo.

Share on Facebook

12 comments

Related Articles

Storm warnings lifted

March 2, 2026

Bridge closed for a week

March 1, 2026

© 2026 The Courier. All rights reserved.
"""


def test_a_whole_page_without_its_markup():
    article = read(Page(id="1", content=PASTED))
    assert article.headline == "Ferry runs aground off Harborside with 40 aboard"
    assert [(a.name, a.place) for a in article.authors] == [("Lone Marsh", "Oslo")]
    assert [article.text[a:b].split()[0] for a, b in article.paragraphs] == ["A", "Nobody", "“We", "The"]
    kinds = {piece.text: piece.kind for piece in article.furniture}
    assert kinds["ADVERTISEMENT"] == "advertisement"
    assert kinds["12 comments"] == "comment-form"
    assert kinds["Storm warnings lifted"] == kinds["Bridge closed for a week"] == "related"
    assert kinds["© 2026 The Courier. All rights reserved."] == "copyright"


MESSY = """Skip to content

Northwire Daily

World Politics Business Sports Culture

Harbor strike enters third week as talks stall

Both sides trade blame over a broken deadline

Mara Lindqvist

Correspondent

Published 3 March 2026

GDANSK, Poland (AP) — A strike that has shut three harbors entered its third week on Tuesday, as talks were broken off.

“We were promised an answer by Monday, and Monday came and went,” said Ewa Nowak, who leads the crane operators' union.

Read more: What the harbor strike means for grain

The port authority said it had made its last offer on Sunday.

The government has so far refused to step in.

Lindqvist reported from Geneva. Associated Press writer Ida Holm in Oslo contributed to this report.

Comments (2)

oldsalt says:

March 4, 2026 at 9:12 am

About time somebody stood up to them. My father worked there for thirty years and never saw a raise like this.

Reply

More from World

Grain prices climb as ships wait

2 hours ago

Minister cancels visit

5 hours ago

About Us Contact Careers
"""


def test_headline_byline_and_credits_among_much_else():
    article = read(Page(id="1", content=MESSY))
    assert article.headline == "Harbor strike enters third week as talks stall"
    assert [(a.name, a.place) for a in article.authors] == [("Mara Lindqvist", "Geneva"), ("Ida Holm", "Oslo")]
    assert article.published
    assert article.published.value == "2026-03-03"
    assert article.agency == "Associated Press"
    assert len(article.paragraphs) == 4
    assert article.text.endswith("refused to step in.")
    kinds = {piece.text: piece.kind for piece in article.furniture}
    assert kinds["Read more: What the harbor strike means for grain"] == "related"
    assert kinds["Minister cancels visit"] == "related"
    assert kinds["oldsalt says:"] == "comment-form"


def test_a_notice_at_the_foot_names_the_agency():
    notice = "Copyright 2026 The Associated Press. All rights reserved."
    assert read(Page(id="1", content=f"{STORY}\n\n{notice}")).agency == "Associated Press"


def test_seed_page(shared: Path):
    page = next((shared / "seeds").glob("000_*.txt"))
    article = read(Page(id="seed", content=page.read_text("utf-8")))
    assert article.headline == "Ukraine news: NATO chief visits Kyiv, 1st since invasion"
    assert article.dateline
    assert article.dateline.place == "Kyiv, Ukraine"
    assert [(a.name, a.place) for a in article.authors] == [("Lone Cook", "Brussels")]
    assert [f.kind for f in article.furniture] == ["related", "comment-form", "comment-form", "back-to-top"]
    assert article.text.startswith("NATO Secretary General")
    assert article.text.endswith("Air Base in Germany.")
    assert len(article.paragraphs) == 11


def test_as_is_text_is_untouched():
    text = "  Leave a Reply\n\n A line \nmore\n\n\nEnd"
    article = read(Page(id="1", content=text, as_is=True))
    assert article.text == text
    assert [text[a:b] for a, b in article.paragraphs] == ["Leave a Reply", "A line \nmore", "End"]
    assert not article.furniture
    assert article.headline is None


def test_lines_wrapped_at_a_fixed_width_are_joined():
    rows = "A ferry ran aground on Tuesday with forty people on board, officials said\n" * 3 + "and it was towed."
    article = read(Page(id="1", content=f"Ferry aground\n\n{rows}"))
    assert article.paragraphs == ((0, len(article.text)),)
    assert "\n" not in article.text


def test_empty_and_foreign_pages_are_noted():
    assert [n.kind for n in read(Page(id="1", content=" \n")).notices] == ["empty"]
    foreign = "Die Regierung hat am Dienstag beschlossen, dass die Steuern nicht erhöht werden sollen. " * 4
    article = read(Page(id="1", content=foreign))
    assert article.language == "de"
    assert [n.kind for n in article.notices] == ["language"]


def test_long_runs_that_stand_in_the_story_before_are_left_out():
    ship = "The ferry Northern Star ran aground on Tuesday evening with forty people on board, the coast guard said."
    crew = "Nobody was hurt, and all passengers were taken ashore by fishing boats within three hours, it said in Oslo."
    why = "The company said that it would look into the cause."
    story = [ship, crew, why]
    assert without_copies([*story, *story], [0, 1, 2, 3, 4, 5]) == [0, 1, 2]
    assert without_copies([*story, "Advertisement", *story], [0, 1, 2, 3, 4, 5, 6]) == [0, 1, 2, 3]
    assert without_copies([ship, ship, crew], [1, 2]) == [1, 2]


def test_a_question_that_comes_again_stays():
    asked = "What would you tell the harbor board, if its members sat here with us now?"
    answers = ["That the pier is too short.", "That they should pay.", "To ask us first."]
    lines = [line for answer in answers for line in (asked, answer)]
    assert without_copies(lines, [*range(6)]) == [*range(6)]


def test_a_text_that_carries_its_story_twice_is_read_once():
    story = [
        "The ferry Northern Star ran aground off the island on Tuesday evening, the coast guard said.",
        "Nobody was hurt, and all 211 passengers were taken ashore by fishing boats within three hours.",
        "“We heard a noise and then nothing moved any more,” said Lone Marsh, a teacher who was on board.",
    ]
    article = read(Page(id="1", content="\n\n".join([*story, *story])))
    assert article.text == "\n\n".join(story)
    assert "\n".join(piece.text for piece in article.furniture) == "\n".join(story)


def test_a_story_goes_on_after_an_advertisement():
    story = [
        "HARBORSIDE, Norway (AP) — A dam above the town broke on Tuesday, flooding 40 homes, firemen said.",
        "“The water came within minutes,” said Per Lund, a baker, who was taken off his roof by a helicopter.",
        "Officials, who spoke on condition of anonymity, said that the dam had been due for inspection last month.",
        "The operator is expected to comment on Wednesday.",
    ]
    lines = ["Home", "News", "Dam breach floods Harborside", *story[:3], "ADVERTISEMENT", story[3], "Related Articles"]
    lines += ["Storm warnings lifted", "Back to top"]
    parts = read_lines(lines)
    assert parts.paragraphs == tuple(story)
    assert "ADVERTISEMENT" in [piece.text for piece in parts.furniture]
