"""Where a page says that its text is from."""

import pytest

from copydesk.copies.texts.origin import gathers, label, names_house, origin_of, same_source
from copydesk.records import Author, Credit, Dateline, Defect, PageInfo, Published, Record


def record(text="", **more):
    return Record(id="r", text=text, **more)


@pytest.mark.parametrize(
    ("house", "own"),
    [("www.reuters.com", "Reuters"), ("dpa International", "Deutsche Presse-Agentur"), ("AP", "Associated Press"),
     ("The Echo", None), ("Reuters (English)", "Reuters")],
)  # fmt: skip
def test_the_agency_whose_own_page_it_is(house, own):
    assert origin_of(record(publisher=house)).own == own


def test_credits_come_in_order_of_their_form_and_the_records_agency_last():
    credits = (
        Credit(agency="TASS", form="source-line", span=(0, 4)),
        Credit(agency="AFP", form="dateline", span=(0, 4)),
        Credit(agency="Xinhua", form="cited", span=(0, 4)),
        Credit(agency="DW", form="told", span=(0, 4)),
    )
    origin = origin_of(record(credits=credits, agency="UPI"))
    assert origin.credited == ("AFP", "TASS", "UPI")
    assert (origin.told, origin.cited) == (("DW",), ("Xinhua",))
    assert origin.agency == "AFP"
    assert origin.dateline


@pytest.mark.parametrize("form", ["dateline", "byline", "sign-off", "copyright", "source-line", "told", "cited"])
def test_each_form_of_a_credit_says_its_own(form):
    origin = origin_of(record(credits=(Credit(agency="AFP", form=form, span=(0, 4)),)))
    assert (origin.told, origin.cited) == (("AFP",) if form == "told" else (), ("AFP",) if form == "cited" else ())
    assert origin.dateline is (form == "dateline")
    assert origin.credited == (() if form in ("told", "cited") else ("AFP",))


def test_a_house_does_not_credit_itself_unless_it_is_an_agency():
    credits = (Credit(agency="The Echo", form="copyright", span=(0, 4)),)
    assert origin_of(record(publisher="Echo", credits=credits)).credited == ()
    assert origin_of(record(publisher="Reuters", agency="Reuters")).credited == ("Reuters",)


def test_agencies_without_a_name_are_known_and_are_no_name():
    origin = origin_of(record(credits=(Credit(agency="agencies", form="byline", span=(0, 4)),)))
    assert origin.unnamed
    assert origin.credited == ()


@pytest.mark.parametrize(
    ("house", "issuer"),
    [("Ministry of Fisheries", True), ("Acme Corp", True), ("Council Newspaper", False), ("The Echo", False),
     ("Union Radio", False), (None, False)],
)  # fmt: skip
def test_bodies_that_issue_statements(house, issuer):
    assert origin_of(record(publisher=house)).issuer is issuer


@pytest.mark.parametrize(
    ("from_", "day"),
    [("given", "2023-02-01"), ("metadata", "2023-02-01"), ("default", None), ("inferred", None)],
)
def test_a_fallback_day_is_no_evidence(from_, day):
    assert origin_of(record(published=Published(value="2023-02-01", from_=from_))).day == day


def test_only_damage_by_rewriting_counts():
    defects = tuple(Defect(kind=kind, span=(0, 1), note="") for kind in ("mixed-spelling", "encoding", "repeated-text"))
    assert origin_of(record("x", defects=defects)).damage == ("mixed-spelling",)


@pytest.mark.parametrize(
    ("more", "text", "reporters"),
    [
        ({"authors": (Author(name="Jane Roe"),)}, "", True),
        ({"authors": (Author(name="Reuters"),)}, "", False),
        ({}, "A headline\nBy Jane Roe\nThe story.", True),
        ({}, "The mayor, by Jane Roe accused, left.", False),
        ({}, "x" * 600 + "\nBy Jane Roe\n", False),
    ],
)
def test_whether_a_page_names_who_wrote_it(more, text, reporters):
    assert origin_of(record(text, **more)).reporters is reporters


@pytest.mark.parametrize(
    ("house", "text", "reported"),
    [
        ("The Prairie Tribune", "He told the Prairie Tribune that it rained.", True),
        ("The Prairie Tribune", "He told the Tribune that it rained.", True),
        ("The Prairie Tribune", "The Tribune was told. In an interview with the Tribune, he said so.", True),
        ("The Prairie Tribune", "The Prairie Tribune said that it rained.", False),
        ("The Sun", "He told the Sun that it rained.", False),  # a word of three letters is any word
        (None, "He told the Tribune.", False),
    ],
)
def test_whether_somebody_spoke_to_the_pages_own_house(house, text, reported):
    assert origin_of(record(text, publisher=house)).reported is reported


def test_a_dateline_is_known():
    assert origin_of(record(dateline=Dateline(place="Kyiv"))).dateline
    assert not origin_of(record()).dateline


def test_a_page_that_names_neither_house_nor_agency_nor_day_is_nameless():
    assert origin_of(record()).nameless
    assert not origin_of(record(publisher="Echo")).nameless
    assert not origin_of(record(agency="AP")).nameless
    assert not origin_of(record(published=Published(value="2023-02-01", from_="given"))).nameless


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("The News Agency", "News of the Agency", False),  # small words alone are no name
        ("United Press International", "UPI", True), ("UPI", "United Press International", True),
        ("UP", "United Press International", False), ("United Press International", "Tass", False),
        ("United Press International", "Zulu", False), ("Tass", "United Press International", False),
        ("Zulu", "United Press International", False), ("The Daily Echo", "Dailyecho", True), ("R", "Reuters", False),
    ],
)  # fmt: skip
def test_names_of_one_source(one, other, same):
    assert same_source(one, other) is same


@pytest.mark.parametrize(
    ("name", "house", "means"),
    [
        ("Echo", "The Echo Online", True),
        ("Echo", "www.echo.co.uk/news", True),
        ("Echo", "Mail", False),
        ("Echo", None, False),
    ],
)
def test_a_name_means_a_house(name, house, means):
    assert names_house(name, house) is means


@pytest.mark.parametrize(
    ("more", "gathering"),
    [
        ({"page": PageInfo(kind="live-blog")}, True),
        ({"page": PageInfo(kind="news")}, False),
        ({"headline": "Live updates: the storm"}, True),
        ({"headline": "The latest on the storm"}, True),
        ({"headline": "Latest storm kills two"}, False),
        ({"headline": "Morning briefing: storm, budget"}, True),
        ({"headline": "World news in brief"}, True),
        ({"headline": None, "text": "\nFive things to know today\nOne."}, True),
        ({"headline": "Mayor lives in two minutes' walk"}, False),
    ],
)
def test_pages_that_gather_pieces_of_many_stories(more, gathering):
    assert gathers(Record(id="r", **({"text": ""} | more))) is gathering


def test_what_a_page_is_called():
    assert label(record(publisher="Echo")) == "Echo"
    assert label(record(page=PageInfo(location="https://example.org/news/storm/"))) == "storm"
    assert label(Record(id="0123456789abcdef", text="")) == "0123456789ab"
