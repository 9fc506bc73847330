"""A page without a day gets its family's, and its times count from it."""

import msgspec
import pytest

import copydesk
from copydesk.copies import trace, with_family_days
from copydesk.records import Published, Record

STORY = (
    "The grain terminal at Ostrava will reopen on Friday, its director Olena Marchenko said on Wednesday.\n"
    "Workers repaired the two cranes that burned in the fire last month, she said. The terminal handled 4,000 tons "
    "a week before the fire. Ships will be loaded again from Monday, the port authority announced in a statement.\n"
)


@pytest.fixture(scope="module")
def dated_and_undated() -> dict[str, Record]:
    one = copydesk.read_text(STORY, published_force="2024-05-15")
    other = copydesk.read_text("Port to open again\n\n" + STORY)
    assert other.published is None
    return {"a": msgspec.structs.replace(one, id="a"), "b": msgspec.structs.replace(other, id="b")}


def values(record: Record) -> list[str | None]:
    return [time.value for time in record.times if time.type == "DATE"]


def test_a_page_without_a_day_gets_its_familys(dated_and_undated: dict[str, Record]) -> None:
    (story,) = trace(dated_and_undated.values())
    nodes = {node.id: (node.published, node.published_from) for node in story.nodes}
    assert nodes == {"a": ("2024-05-15", None), "b": ("2024-05-15", "inferred")}
    found = with_family_days(story, dated_and_undated)
    assert found["a"] is dated_and_undated["a"]
    assert found["b"].published == Published(value="2024-05-15", from_="inferred")
    assert "XXXX-WXX-5" in values(dated_and_undated["b"])
    assert values(found["b"]) == values(dated_and_undated["a"])
    assert [event.time for event in found["b"].events] != [event.time for event in dated_and_undated["b"].events]


def test_a_familys_day_is_no_evidence_for_who_copied_whom(dated_and_undated: dict[str, Record]) -> None:
    (story,) = trace(dated_and_undated.values())
    again = trace(with_family_days(story, dated_and_undated).values())
    assert again[0].edges == story.edges


def test_a_page_whose_family_tells_no_day_stays_without(dated_and_undated: dict[str, Record]) -> None:
    alone = {"b": dated_and_undated["b"]}
    (story,) = trace(alone.values())
    assert [node.published for node in story.nodes] == [None]
    assert with_family_days(story, alone) == alone
