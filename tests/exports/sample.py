"""Records written for these tests: one that says everything a record can say, one that says nothing, hostile ones."""

from copydesk.records import (
    Addressee,
    Anchor,
    Anonymity,
    Attribution,
    Author,
    Block,
    Content,
    Credit,
    Cue,
    Dateline,
    Defect,
    Entity,
    Event,
    EventPlace,
    EventTime,
    Furniture,
    Notice,
    PageInfo,
    Participant,
    Place,
    Predicate,
    Published,
    Quantity,
    Record,
    Relay,
    Source,
    Time,
)

TEXT = (
    "Harbour chief Ada Moss will shut the north pier at Port Ellen on Monday, the board said. "
    "“It is not safe,” Moss said. “It never was.”\n\n"
    "Two officials, who asked not to be named as the report is secret, said divers had found 31 cracks. until."
)


def at(words, number=0):
    start = -1
    for _ in range(number + 1):
        start = TEXT.index(words, start + 1)
    return start, start + len(words)


FULL = Record(
    id="a" * 64,
    page=PageInfo(
        location="https://news.example/pier?a=1&b=[2]",
        canonical="https://news.example/pier",
        media_type="text/html",
        kind="news",
        complete="whole",
        tags=("harbour", "pier"),
        image="https://news.example/pier.jpg",
        licence="CC BY 4.0",
        retrieved="2024-03-02T11:02:00Z",
        language="en",
    ),
    headline="North pier to shut </script><script>alert(1)</script>",
    summary="Divers found cracks.",
    section="Local",
    authors=(
        Author(name="Lone Cook", role="reporter", place="Port Ellen", organization="Example News"),
        Author(name="Jo Bay"),
    ),
    dateline=Dateline(place="Port Ellen", agency="EX", day="2024-03-02"),
    published=Published(value="2024-03-02T09:30:00+00:00", from_="metadata"),
    updated="2024-03-02T10:00:00Z",
    publisher="Example News",
    agency="Example Press",
    credits=(
        Credit(agency="Example Press", form="byline"),
        Credit(agency="the board", form="told", span=at("the board")),
    ),
    text=TEXT,
    paragraphs=((0, TEXT.index("\n")), (TEXT.index("Two off"), len(TEXT))),
    sentences=(
        (0, at("said.")[1]),
        at("“It is not safe,” Moss said. “It never was.”"),
        (at("Two off")[0], at("cracks.")[1]),
        at("until."),
    ),
    blocks=(
        Block(
            span=(0, TEXT.index("\n")),
            kind="paragraph",
            links=(Anchor(span=at("the board"), url="https://board.example/"),),
        ),
        Block(
            span=at("Two officials"),
            kind="post",
            level=2,
            author="@moss",
            url="https://post.example/1",
            image="https://post.example/1.jpg",
            time="9:30",
        ),
    ),
    furniture=(Furniture(kind="comment-form", text="Leave a Reply"),),
    entities=(
        Entity(
            id="e1",
            type="PERSON",
            name="Ada Moss",
            mentions=(at("Ada Moss"), at("Moss", 1)),
            descriptions=(at("Harbour chief"),),
            role="Harbour chief",
            variants=("Moss",),
        ),
        Entity(
            id="e2",
            type="PLACE",
            name="Port Ellen",
            mentions=(at("Port Ellen"),),
            metonym=True,
            place=Place(
                name="Port Ellen", country="GB", division="GB-SCT", latitude=55.63, longitude=-6.19, geonames=2640089
            ),
        ),
        Entity(id="e3", type="ORG", name="the board", mentions=(at("the board"),), nested=(at("board"),)),
    ),
    times=(
        Time(span=at("Monday"), type="DATE", value="2024-03-04"),
        Time(span=at("never"), type="SET", value=None, mod="APPROX"),
    ),
    quantities=(Quantity(span=at("31 cracks"), value=31.0, high=33.0, of="cracks", kind="other", bound="min"),),
    attributions=(
        Attribution(
            id="a1",
            source=Source(kind="named-person", spans=(at("Moss", 1),), entity="e1"),
            cue=Cue(spans=(at("said", 1),), lemma="say", stance="assert"),
            content=Content(spans=(at("“It is not safe,”"), at("“It never was.”")), speech="direct"),
        ),
        Attribution(
            id="a2",
            source=Source(
                kind="anonymous-group",
                spans=(at("Two officials"),),
                anonymity=Anonymity(span=at("as the report is secret")),
            ),
            act="document",
            inside="a1",
            told=Addressee(spans=(at("Moss", 1),), entity="e1"),
            via=(Relay(spans=(at("Moss"),), entity="e1"), Relay(spans=(at("Monday"),), kind="document")),
            cue=Cue(spans=(at("said", 2),), lemma="say", negated=True),
            content=Content(spans=(at("divers had found 31 cracks"),), speech="indirect"),
        ),
    ),
    events=(
        Event(
            id="v1",
            mentions=(Predicate(span=at("shut"), lemma="shut"),),
            frame="shut.01",
            type="COERCE",
            mode="restrict",
            contexts=("economic",),
            code="172",
            kind="politics",
            actors=(
                Participant(spans=(at("Moss", 1), at("Moss")), entity="e1", country="GB", sector="GOV"),
                Participant(spans=(), entity="e3"),
            ),
            recipients=(Participant(spans=(), entity="e3"),),
            dead=0,
            place=EventPlace(spans=(), entity="e2"),
            time=EventTime(value="2024-03-04", span=at("Monday"), relative="future"),
            status="scheduled",
            status_from=(at("Monday"),),
            salient=True,
            attribution="a1",
            denied_by=("a2",),
        ),
        Event(
            id="v2",
            mentions=(Predicate(span=at("found"), lemma="find"),),
            salient=True,
            time=EventTime(value="2024-03-01/2024-03-02"),
        ),
    ),
    defects=(Defect(kind="stray-fragment", span=at("until."), note="a scrap that belongs to no sentence"),),
    notices=(Notice(kind="model", note="read without a model"),),
)

EMPTY = Record(id="nothing")

HOSTILE = Record(
    id='=HYPERLINK("http://evil.example")',
    page=PageInfo(location="javascript:alert(1)", language="-x"),
    headline="@SUM(A1)",
    publisher="'=1",
    published=Published(value="2024-03", from_="text"),
    text="+1 </script>\u2028 “é𝒜” \t=2",
    paragraphs=((0, 20),),
    sentences=((0, 13), (13, 20)),
    authors=(Author(name="-2+3"),),
)

RECORDS = (FULL, EMPTY, HOSTILE)
