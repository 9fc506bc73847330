"""Records, stories and comparisons written for these tests; the attack page tries what hostile pages try."""

from copydesk.copies import Edge, ExclusiveSentence, Family, Node, Story
from copydesk.copies.copy_types import Alteration, Comparison, Match
from copydesk.records import (
    Anonymity,
    Attribution,
    Author,
    Content,
    Cue,
    Dateline,
    Defect,
    Entity,
    Event,
    EventTime,
    Furniture,
    Notice,
    PageInfo,
    Participant,
    Predicate,
    Published,
    Record,
    Source,
    Time,
)

TEXT = (
    "A pilot said on Thursday that the minister “never set foot” on the ferry.\n\n"
    "“It sailed without him,” said Ann Duro, who runs the pier. He denied it until"
)
EVIL = """<script>alert(1)</script><img src=x onerror=alert(2)>"'`{{7*7}}{% raw %}</textarea></title></svg>&amp;"""
EVIL_LINK = "javascript:alert(document.domain)//http://harbor.example/"


def span(words, text=TEXT):
    start = text.index(words)
    return start, start + len(words)


def ferry(id_="ferry", **fields):
    """A page with one of everything, with marks that lie on each other."""
    record = {
        "headline": "Minister’s ferry left without him",
        "publisher": "Pier Street Post",
        "published": Published(value="2026-10-08", from_="metadata"),
        "page": PageInfo(location="https://pier.example/ferry?a=1&b=2", language="en"),
        "authors": (Author(name="Tove Brand", place="Harwick"),),
        "dateline": Dateline(place="Harwick", agency="Northwire"),
        "agency": "Northwire",
        "text": TEXT,
        "paragraphs": ((0, 73), (75, len(TEXT))),
        "sentences": (
            (0, 73),
            span("“It sailed without him,” said Ann Duro, who runs the pier."),
            span("He denied it until"),
        ),
        "furniture": (Furniture(kind="comment-form", text="Leave a Reply"),),
        "entities": (
            Entity(id="e1", type="PERSON", name="Ann Duro", mentions=(span("Ann Duro"),), role="pier manager"),
            Entity(
                id="e2",
                type="PERSON",
                name="Olaf Minn",
                mentions=(span("minister"), span("He denied")),
                variants=("Minn",),
            ),
        ),
        "times": (Time(span=span("Thursday"), type="DATE", value="2026-10-08"),),
        "attributions": (
            Attribution(
                id="a1",
                source=Source(
                    kind="anonymous-person", spans=(span("A pilot"),), anonymity=Anonymity(span=span("on the ferry"))
                ),
                cue=Cue(spans=(span("said"),), lemma="say"),
                content=Content(
                    spans=(span("on Thursday that the minister “never set foot” on the ferry"),), speech="mixed"
                ),
            ),
            Attribution(
                id="a2",
                source=Source(kind="named-person", spans=(span("Ann Duro"),), entity="e1"),
                cue=Cue(spans=((100, 104),), lemma="say"),
                content=Content(spans=(span("“It sailed without him,”"),), speech="direct"),
            ),
            Attribution(
                id="a3",
                source=Source(kind="named-person", spans=(span("He"),), entity="e2"),
                cue=Cue(spans=(span("denied"),), lemma="deny", stance="deny"),
                content=Content(spans=(span("it until"),), speech="indirect"),
            ),
        ),
        "events": (
            Event(
                id="v1",
                mentions=(Predicate(span=span("sailed"), lemma="sail"),),
                type="MOBILIZE",
                status="happened",
                actors=(Participant(spans=(), entity="e2"),),
                time=EventTime(value="2026-10-08", span=span("Thursday")),
                attribution="a2",
            ),
        ),
        "defects": (Defect(kind="truncated-sentence", span=span("it until"), note="breaks off"),),
        "notices": (Notice(kind="charset", note="read as windows-1252"),),
    }
    return Record(id=id_, **{**record, **fields})


def council(id_="council", **fields):
    """A page with little in it, about something else."""
    text = "The council put off its vote. “We need more time,” Mayor Dot Haan said."
    record = {
        "headline": "Council delays vote",
        "publisher": "Harwick Gazette",
        "published": Published(value="2026-09-30", from_="given"),
        "text": text,
        "sentences": ((0, 29), (30, len(text))),
        "paragraphs": ((0, len(text)),),
    }
    return Record(id=id_, **{**record, **fields})


def attack(id_=f"evil{EVIL}"):
    """A page all of whose words try to become markup, code or a link."""
    text = f"{EVIL} said {EVIL} on {EVIL}."
    size = len(EVIL)
    first, second, third = (0, size), (size + 6, 2 * size + 6), (2 * size + 10, 3 * size + 10)
    entity = Entity(id="e1", type="PERSON", name=EVIL, mentions=(first,), role=EVIL, variants=(EVIL,))
    return Record(
        id=id_,
        page=PageInfo(location=EVIL_LINK, media_type=EVIL, language=EVIL),
        headline=EVIL,
        summary=EVIL,
        section=EVIL,
        authors=(Author(name=EVIL, role=EVIL, place=EVIL, organization=EVIL),),
        dateline=Dateline(place=EVIL, agency=EVIL, day=EVIL),
        published=Published(value=EVIL, from_="text"),
        updated=EVIL,
        publisher=EVIL,
        agency=EVIL,
        text=text,
        paragraphs=((0, len(text)),),
        sentences=((0, len(text)),),
        furniture=(Furniture(kind="other", text=EVIL),),
        entities=(entity,),
        times=(Time(span=third, type="DATE", value="2026-10-08"), Time(span=first, type="DATE", value=EVIL, mod=EVIL)),
        attributions=(
            Attribution(
                id="a1",
                source=Source(kind="named-person", spans=(first,), entity="e1", anonymity=Anonymity(span=third)),
                cue=Cue(spans=((size + 1, size + 5),), lemma=EVIL),
                content=Content(spans=(second,), speech="direct"),
            ),
        ),
        events=(
            Event(
                id="v1",
                mentions=(Predicate(span=second, lemma=EVIL),),
                type=EVIL,
                status="happened",
                salient=True,
                actors=(Participant(spans=(), entity="e1"),),
                time=EventTime(value="2026-10-08", span=third),
                attribution="a1",
            ),
        ),
        defects=(Defect(kind="encoding", span=third, note=EVIL),),
        notices=(Notice(kind="metadata", note=EVIL),),
    )


def family(words="Ferry story"):
    """A story of two sources: a missing original with a copy and a rewrite of that, and a report of its own."""
    nodes = (
        Node(id="missing:wire", kind="missing", family="missing:wire", label=f"{words} wire"),
        Node(
            id="p1",
            kind="copy",
            family="missing:wire",
            label=f"{words} post",
            title=words,
            published="2026-10-08",
            words=90,
        ),
        Node(id="p2", kind="rewrite", family="missing:wire", label="Gazette", title=words, words=1200),
        Node(id="p3", kind="original", family="p3", label=words, title=words, published="2026-10-09"),
    )
    edges = (
        Edge(source="missing:wire", target="p1", kind="copy", copied=0.0, confidence=0.9),
        Edge(source="p1", target="p2", kind="rewrite", copied=0.5, confidence=0.8, evidence=(words,)),
    )
    families = (
        Family(id="missing:wire", source=f"{words} wire", members=("missing:wire", "p1", "p2")),
        Family(
            id="p3", source=words, members=("p3",), exclusive=(ExclusiveSentence(page="p3", span=(0, 5), text=words),)
        ),
    )
    return Story(
        id="s1", title=words, pages=("p1", "p2", "p3"), texts=len(families), families=families, nodes=nodes, edges=edges
    )


A_TEXT = "Ann Duro counted 31 boats. Nobody swam. The pier stayed shut."
B_TEXT = "Anna Duro counted 13 boats. The pier stayed shut. Gulls came."


def pair():
    """Two records and their comparison: a name and a number altered, a sentence left out, one added."""
    a = council("a", text=A_TEXT, sentences=((0, 26), (27, 39), (40, 61)), paragraphs=((0, 61),))
    b = council("b", text=B_TEXT, sentences=((0, 27), (28, 49), (50, 61)), paragraphs=((0, 61),))
    comparison = Comparison(
        a="a",
        b="b",
        relation="rewrite",
        copied=0.7,
        kept=0.7,
        monotony=1.0,
        evidence=("it was published later",),
        matches=(Match(a=(0, 26), b=(0, 27), similarity=0.8), Match(a=(40, 61), b=(28, 49), similarity=1.0)),
        alterations=(
            Alteration(kind="omission", a=(27, 39), before="Nobody swam.", weight=0.3),
            Alteration(kind="name", a=(0, 8), b=(0, 9), before="Ann Duro", after="Anna Duro", weight=0.8),
            Alteration(kind="number", a=(17, 19), b=(18, 20), before="31", after="13", weight=1.0),
            Alteration(kind="addition", b=(50, 61), after="Gulls came.", weight=0.3),
        ),
    )
    return a, b, comparison
