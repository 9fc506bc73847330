import io
import json

import pytest

from copydesk.exports import followthemoney as ftm
from exports.sample import FULL, RECORDS


def test_articles_mentions_people_and_events():
    schemata = [entity["schema"] for entity in ftm.entities(FULL)]
    assert schemata == ["Article", "Person", "Mention", "Organization", "Mention", "Event", "Event"]


def test_references_lead_to_entities_of_the_same_record():
    found = {entity["id"]: entity for entity in ftm.entities(FULL)}
    for entity in found.values():
        for name in ("document", "resolved", "involved", "proof"):
            assert set(entity["properties"].get(name, ())) <= set(found)
    event = next(entity for entity in found.values() if entity["schema"] == "Event")
    assert [found[one]["properties"]["name"] for one in event["properties"]["involved"]] == [
        ["Ada Moss"],
        ["the board"],
    ]
    assert event["properties"]["date"] == ["2024-03-04"]
    assert event["properties"]["location"] == ["Port Ellen"]


def test_a_range_of_days_is_a_start_and_an_end():
    event = list(ftm.entities(FULL))[-1]["properties"]
    assert (event["startDate"], event["endDate"]) == (["2024-03-01"], ["2024-03-02"])
    assert "date" not in event


@pytest.mark.filterwarnings("ignore")
def test_the_library_reads_every_entity_and_drops_nothing():
    library = pytest.importorskip("followthemoney")
    out = io.BytesIO()
    assert ftm.write(iter(RECORDS), out) == 3
    for line in out.getvalue().splitlines():
        data = json.loads(line)
        schema = library.model.get(data["schema"])
        assert set(data["properties"]) <= set(schema.properties)
        assert set(schema.required) <= set(data["properties"])
        proxy = library.model.get_proxy(data, cleaned=False)  # the library validates and normalises every value
        schema.validate(data)
        for name, values in data["properties"].items():
            assert {" ".join(one.split()) for one in values} == {" ".join(one.split()) for one in proxy.get(name)}, name
