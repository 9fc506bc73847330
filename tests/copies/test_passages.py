"""Passages: what a page has from a text that it does not descend from, in whatever story that text is."""

from copydesk.copies import trace
from copydesk.records import Published, Record

DAM = [
    "Engineers opened all six gates of the Tolma dam on Thursday after the reservoir rose 40 cm above its safe level, "
    "forcing 12,000 people to leave their homes.",
    "The dam was inspected in June and no damage to it was found, the Water Ministry said in a statement.",
    "“We do not know how long this will last,” governor Idris Manso told reporters in Kharuna.",
    "The dam was built in 1968 with Italian money and gives a third of the power that Kharuna uses, the ministry said.",
]
FERRY = [
    "Crews of the Skagen ferry line will return to work on Friday after the company agreed to raise night pay by 4.5 "
    "percent, the Nordic Seafarers' Union said.",
    "The deal was reached after 19 hours of talks and gives 212 temporary workers contracts, union leader Berit Aune "
    "said.",
    "“It is not all that we wanted,” said Aune, who has led the union since 2019 and is to retire in March.",
    "The company said that the strike of eight days had cost it 14 million dollars and stranded 30,000 travellers.",
]
OWN = [
    "Sixteen-year-old Anahit Sargsyan drew with black in the fourth round in Bilbao and stays half a point behind.",
    "A maker of carriers recalled 21,000 of them on Thursday because a buckle may open, Lund's safety office said.",
]


def page(id_, *paragraphs, day="2026-09-03", **more):
    return Record(
        id=id_, text="\n\n".join(paragraphs), published=Published(value=day, from_="given"), publisher=id_, **more
    )


def passages(*records):
    return {(p.source, p.target): p for story in trace(records) for p in story.passages}


def test_a_roundup_has_its_pieces_from_texts_of_several_stories():
    roundup = page("sheet", "The morning sheet", DAM[0], FERRY[0], OWN[0], day="2026-09-04")
    records = [page("dam", *DAM), page("ferry", *FERRY), roundup]
    stories = trace(records)
    assert len({story.id for story in stories if {"dam", "ferry"} & set(story.pages)}) == 2
    found = passages(*records)
    assert set(found) == {("dam", "sheet"), ("ferry", "sheet")}
    assert {passage.label for passage in found.values()} == {"dam", "ferry"}
    for (source, _), first in zip(sorted(found), ("Engineers", "Crews"), strict=True):
        ((start, end),) = found[source, "sheet"].spans
        assert roundup.text[start:end].startswith(first)


def test_what_a_page_has_from_its_parent_it_has_from_no_other():
    follow = page("later", OWN[0], OWN[1], DAM[3], day="2026-09-05")
    assert set(passages(page("dam", *DAM), page("copy", *DAM[:2], DAM[3], day="2026-09-06"), follow)) == {
        ("dam", "later")
    }


def test_a_line_of_credits_is_no_passage_and_joins_nothing():
    credit = "(Reporting by Selma Okoye in Kharuna, Tomas Lind and Ana Ruiz; Editing by Gareth Pryce and Lena Holt)"
    later = page("later", OWN[0], OWN[1], DAM[0], FERRY[2], credit, day="2026-09-05")
    found = passages(page("dam", *DAM, credit), later)
    assert [[later.text[start:end] for start, end in one.spans] for one in found.values()] == [[DAM[0]]]


def test_what_a_house_says_again_from_story_to_story_is_no_passage():
    form = "Passengers of the Skagen line are asked to use the next departure; tickets are changed free at the counter."
    notices = [
        Record(
            id=f"notice{number}",
            text=f"The departure of the {ship} from Ostervik at {hour}.30 is cancelled because of {why}.\n\n{form}",
            publisher="Kystinfo",
            published=Published(value=f"2026-08-{20 + 6 * number}", from_="given"),
        )
        for number, (ship, hour, why) in enumerate(
            [("Hirtsholm Star", 6, "a broken bow door"), ("Ostervik Queen", 8, "fog in the outer channel at Lund")]
        )
    ]
    assert len(trace(notices)) == 2
    assert passages(*notices) == {}
